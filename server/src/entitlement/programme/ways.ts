import {
  adjudicate,
  blocksRead,
  type Case,
  counterfactuals,
  decide,
  type Level,
  type Policy,
} from "@jinengtong/policy";
import { county } from "@jinengtong/county";
import { z } from "zod";
import { highestStandard } from "../../catalogue/index.ts";
import type { Database } from "../../kernel/database.ts";
import { Fen } from "../../kernel/shapes.ts";

/** Ways shown for one case, at most. */
const MOST_WAYS = 3;

export const WaysShape = z.strictObject({
  ways: z
    .array(
      z.strictObject({
        text: z.string().describe("一句话，如“再缴 3 个月失业保险后可申请，600.00 元”"),
        amountFen: Fen,
        atMost: z.boolean().describe("还没有定学什么，金额按补贴目录里最高的标准"),
      }),
    )
    .max(MOST_WAYS)
    .describe("最多三种，改动最少的在前；已可享受的，或本人没有办法改变的，为空"),
});
type Ways = z.output<typeof WaysShape>["ways"];

/**
 * How a person could still be granted a benefit (怎样才能享受): what they can change in the case as it stands; and where it knows of no
 * training yet, what would follow from a course of the published list. Nobody's birth, sex or past is a way.
 */
export async function waysOf(db: Database, policy: Policy, facts: Case): Promise<z.output<typeof WaysShape>> {
  if (decide(policy, facts).outcome === "granted") return { ways: [] };
  const direct: Ways = counterfactuals(policy, facts).map(({ text, amountFen }) => ({
    text: shorter(facts, text),
    amountFen,
    atMost: false,
  }));
  if (direct.length > 0 || !lacksTraining(policy, facts)) return { ways: direct };
  const standard = await highestStandard(db, county().region.code, facts.appliedOn);
  return { ways: standard === null ? [] : afterACourse(policy, facts, standard) };
}

type Listed = NonNullable<Awaited<ReturnType<typeof highestStandard>>>;

const isLevel = (level: number): level is Level => level >= 1 && level <= 5;

const lacksTraining = (policy: Policy, facts: Case): boolean =>
  blocksRead(policy, facts.benefit).has("standard") &&
  facts.standard === undefined &&
  facts.training?.from === undefined &&
  facts.training?.requiredHours === undefined;

/** Ways that begin with a course of the list, at an admitted institution of the place, learnt to the end. */
function afterACourse(policy: Policy, facts: Case, standard: Listed): Ways {
  const { occupation, level, requiredHours, trainingFen, assessmentFen, shortage } = standard;
  const learnt: Case = {
    ...facts,
    training: {
      ...facts.training,
      requiredHours,
      offlineHours: requiredHours,
      onlineHours: 0,
      inCatalogue: true,
      institution: { kind: "training-institution", local: true, admitted: true },
    },
    standard: { trainingFen, assessmentFen, shortage },
    // Which kind of certificate it ends with is the person's choice, and so one of the ways.
    ...(blocksRead(policy, facts.benefit).has("certificate") && facts.certificate === undefined
      ? { certificate: { occupation, ...(isLevel(level) ? { level } : {}), issuedOn: facts.appliedOn } }
      : {}),
  };
  const course = `在补贴目录里的培训班学满规定课时`;
  const { outcome, amountFen } = adjudicate(policy, learnt);
  if (outcome === "granted" && amountFen !== undefined)
    return [{ text: `${course}后可申请，最多 ${yuan(amountFen)} 元`, amountFen, atMost: true }];
  return counterfactuals(policy, learnt).map((way) => ({
    text: `${course}，并${way.text.replace("后可申请，", "后可申请，最多 ")}`,
    amountFen: way.amountFen,
    atMost: true,
  }));
}

/** A certificate still to be had is of today at the earliest; of which kind says more than the day. */
function shorter(facts: Case, text: string): string {
  const today = `在 ${facts.appliedOn} 取得证书，并`;
  return /取得[^，]*证/u.test(text.replace(today, "")) ? text.replace(today, "") : text;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

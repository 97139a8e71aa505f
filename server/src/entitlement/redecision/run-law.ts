import {
  adjudicate,
  type Case,
  type Decision,
  lawOf,
  type ParameterValue,
  type Policy,
  validateCase,
} from "@jinengtong/policy";
import { showValue, STEP_NAMES } from "@jinengtong/policy/authoring";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { ONLINE_RATIO } from "../../training/index.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { reasons } from "../case/claim-decisions.ts";

/** The corrected law of a redecision: a version, or a local value for days from `from` to before `to`. */
export type Correction =
  | { kind: "version"; policy: Policy }
  | { kind: "parameter"; name: string; value: ParameterValue; from: string; to: string | null };

interface Run {
  policy_id: string;
  policy_digest: string | null;
  parameter_id: number | null;
}

/** The correction that a redecision is for, as it stands now. Refuses a value that isn't in force, or a version that isn't loaded. */
export async function correctionOf({ db, services }: Pick<Context, "db" | "services">, run: Run): Promise<Correction> {
  if (run.policy_digest !== null) {
    const policy = services.policies.ofDigest(run.policy_digest);
    if (policy?.id === run.policy_id) return { kind: "version", policy };
    throw conflict("law-not-loaded", "这一版政策不在本平台，现在不能按它重新裁定。请联系平台运维恢复该版本。");
  }
  const found = await sql<{ name: string; value: ParameterValue; from: string; to: string | null; state: string }>`
    select name, value, effective_from as "from", effective_to as "to", state from policy_parameter
    where id = ${run.parameter_id} and policy_id = ${run.policy_id}`.execute(db);
  const [row] = found.rows;
  if (row?.state !== "in-force")
    throw conflict("parameter-not-in-force", "这项参数还没有确认生效，不能按它重新裁定。请先由另一人确认。");
  return { kind: "parameter", name: row.name, value: row.value, from: row.from, to: row.to };
}

export interface StoredCase {
  facts: Case;
  policy_digest: string;
  applied_on: string;
}

export interface Redecided {
  policy: Policy;
  facts: Case;
  /** Null: the stored facts are no case of the version. */
  decision: Decision | null;
  problem: string;
}

/**
 * Decides stored cases again under a correction, each on its own stored facts: what differs then comes from the law alone. Null for a
 * case that the correction doesn't concern.
 */
export class CorrectedLaw {
  readonly #context: Pick<Context, "db" | "services">;
  readonly #correction: Correction;
  readonly #local = new Map<string, Record<string, ParameterValue>>();

  constructor(context: Pick<Context, "db" | "services">, correction: Correction) {
    this.#context = context;
    this.#correction = correction;
  }

  async decide(stored: StoredCase): Promise<Redecided | null> {
    const correction = this.#correction;
    if (correction.kind === "version") {
      const { policy } = correction;
      if (!policy.benefits.has(stored.facts.benefit) || lawOf([policy], stored.facts) === undefined) return null;
      const before = stored.facts.parameters ?? {};
      // The online share is that with which the class was filed.
      const ratio = before[ONLINE_RATIO];
      const parameters = {
        ...(await this.#localOn(policy, stored.applied_on)),
        ...(ratio === undefined ? {} : { [ONLINE_RATIO]: ratio }),
      };
      return decided(policy, { ...stored.facts, parameters });
    }
    const { name, value, from, to } = correction;
    if (name === ONLINE_RATIO || stored.applied_on < from || (to !== null && stored.applied_on >= to)) return null;
    const policy = this.#context.services.policies.ofDigest(stored.policy_digest);
    if (!policy?.parameters.has(name)) return null;
    return decided(policy, { ...stored.facts, parameters: { ...stored.facts.parameters, [name]: value } });
  }

  async #localOn(policy: Policy, day: string): Promise<Record<string, ParameterValue>> {
    const known = this.#local.get(day);
    if (known) return known;
    const local = await parametersFor(this.#context.db, policy, day);
    this.#local.set(day, local);
    return local;
  }
}

function decided(policy: Policy, facts: Case): Redecided {
  const checked = validateCase(facts, policy);
  return checked.ok
    ? { policy, facts: checked.case, decision: adjudicate(policy, checked.case), problem: "" }
    : { policy, facts, decision: null, problem: checked.error.message };
}

/** Says why a case comes out differently: by its conditions where these differ, else by the values, else by the amount's steps. */
export function whyDifferent(old: Decision | null, now: Redecided): string {
  if (now.decision === null) return `所存资料不能按第 ${now.policy.version} 版裁定：${now.problem}`;
  if (now.decision.outcome !== "granted") return reasons(now.policy, now.decision);
  const before = new Map(old?.findings.map((finding) => [finding.test, finding.met]));
  const mended = now.decision.findings.filter(({ test }) => before.has(test) && before.get(test) !== true);
  if (mended.length > 0) return mended.map(({ because, clause }) => `${because}（${clause}）`).join("；");
  const values = changedValues(now.policy, old?.parametersUsed ?? {}, now.decision.parametersUsed);
  if (values.length > 0) return values.join("；");
  const steps = now.decision.computation.map(({ step }) => STEP_NAMES[step] ?? step).join("、");
  return steps === "" ? "金额的算法不同" : `第 ${now.policy.version} 版的算法：${steps}`;
}

type Used = Decision["parametersUsed"];

/** 每日生活费补贴由 40 元改为 45 元 */
function changedValues({ rules }: Policy, before: Used, after: Used): string[] {
  return rules.parameters.flatMap(({ name, label, type }) => {
    const [was, is] = [before[name], after[name]];
    if (is === undefined || is === was) return [];
    const now = showValue(type, is);
    return [was === undefined ? `${label}为 ${now}` : `${label}由 ${showValue(type, was)}改为 ${now}`];
  });
}

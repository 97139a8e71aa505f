import { county } from "@jinengtong/county";
import { type CaseFacts, type Door, type HistoryEntry, type Policy, timesLeft } from "@jinengtong/policy";
import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import { z } from "zod";
import { type ListedStandard, listedStandards } from "../../catalogue/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen } from "../../kernel/shapes.ts";
import { historiesOf } from "../case/case-records.ts";
import { countsDays } from "../programme/claiming.ts";
import { wayOnOf, WayOnShape } from "../programme/claiming-view.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { programmeAsked } from "../programme/policies.ts";
import { type Amount, type Amounts, amountsOf, caseOf, sumOf } from "./amounts.ts";
import { type Answered, Answers, NOT_LISTED, readAnswers } from "./answers.ts";
import { doorOf } from "./doors.ts";
import { OpenClasses, openClassesFor } from "./open-classes.ts";
import { type Asked, supposedCase } from "./supposed-case.ts";
import { TimesLeftShape } from "./times-left-shape.ts";
import { waysToMore } from "./ways-to-more.ts";

const BenefitAmount = z.strictObject({
  benefit: z.string(),
  clause: z.string(),
  title: z.string(),
  amountFen: Fen.describe("全部人数合计"),
  headFen: Fen.nullable().describe("按人发的，一个人多少；按班发的为空"),
  together: z.boolean().describe("可以和前面的一起领；否则只能选一项"),
  left: TimesLeftShape.nullable(),
  wayOn: WayOnShape,
});

export const Estimate = z.strictObject({
  policy: z.strictObject({ id: z.string(), title: z.string() }),
  totalFen: Fen.describe("能一起领的合计"),
  /** Null where the list has no price to compare with, or nothing is to be learnt any more. */
  ownFen: Fen.nullable().describe("按目录标准收费的，自己最后付多少"),
  trade: z
    .strictObject({
      occupation: z.string(),
      name: z.string(),
      level: z.number().int(),
      levelLabel: z.string(),
      shortage: z.boolean(),
      trainingFen: Fen,
      assessmentFen: Fen,
      requiredHours: z.number().int(),
    })
    .nullable(),
  benefits: z.array(BenefitAmount),
  byEmployer: z.array(BenefitAmount).describe("个人不能领、单位能为他申请的"),
  unpublished: z.array(z.string()).describe("符合条件、金额还没有公布的补贴"),
  supposed: z.array(z.string()).describe("假定"),
  more: z.array(z.strictObject({ text: z.string(), totalFen: Fen })).describe("怎样能领得更多"),
  no: z
    .strictObject({ because: z.string(), instead: z.string() })
    .nullable()
    .describe("一项也不能领的，为什么、还能怎么办"),
  classes: OpenClasses.nullable(),
});

/**
 * `POST /api/v1/policy/estimates`: the yuan for a few answers. Stores nothing. The engine decides on the case that the answers, the published
 * list and what is supposed make; of somebody signed in, with what they had before.
 */
export const estimate = operation({
  method: "POST",
  path: "/api/v1/policy/estimates",
  summary: "我能领多少（不保存）",
  permission: { public: true },
  creates: false,
  perMinute: 240,
  body: z.strictObject({
    policy: z.string().max(80).optional().describe("不填：当日施行的第一项政策"),
    door: z.string().max(40),
    answers: Answers,
  }),
  output: Estimate,
  async run(context, { body }) {
    const policy = programmeAsked(context.services, body.policy, context.today);
    const door = doorOf(context.services, policy, body.door);
    const answered = readAnswers(door, body.answers);
    const trade = answered.find((one) => one.trade !== null)?.trade ?? null;
    const [levels, parameters, own] = await Promise.all([
      trade === null || trade === NOT_LISTED
        ? []
        : listedStandards(context.db, { region: county().region.code, date: context.today, occupation: trade }),
      parametersFor(context.db, policy, context.today),
      ownRecord(context, policy),
    ]);
    const asked: Asked = {
      door,
      answered,
      day: context.today,
      standard: chosenLevel(levels, answered),
      trade,
      parameters,
      history: own.history,
    };
    const facts = supposedCase(asked);
    const amounts = amountsOf(policy, door, door.by, facts);
    const total = sumOf(amounts);
    const learns = door.suppose.some((one) => Object.values(one.facts).includes("$end"));
    const heads = answered.find(({ question }) => question.kind === "count" && question.heads)?.number ?? 1;
    const listed = asked.standard;
    const benefits = amounts.granted.map((one) => shown(policy, one, heads, today(facts, asked)));
    return {
      policy: { id: policy.id, title: policy.title },
      totalFen: benefits.reduce((sum, { amountFen, together }) => sum + (together ? amountFen : 0), 0),
      ownFen: learns && door.by === "person" && listed !== null ? ownShare(listed, amounts) : null,
      trade:
        listed === null
          ? null
          : {
              occupation: listed.occupation,
              name: listed.occupationName,
              level: listed.level,
              levelLabel: isSkillLevel(listed.level) ? skillLevelLabel(listed.level) : "不分等级",
              shortage: listed.shortage,
              trainingFen: listed.trainingFen,
              assessmentFen: listed.assessmentFen,
              requiredHours: listed.requiredHours,
            },
      benefits,
      byEmployer: door.by === "person" ? byEmployer(policy, asked, amounts) : [],
      unpublished: amounts.unpublished.map((benefit) => titleOf(policy, benefit)),
      supposed: [
        ...door.suppose.flatMap(({ text }) => text ?? []),
        ...answered.flatMap(({ chosen }) => chosen.flatMap(({ suppose }) => suppose ?? [])),
        ...daysSaid(policy, door, amounts),
      ],
      more: waysToMore(policy, asked, amounts.facts, total, learns ? levels : []),
      no: total > 0 || amounts.unpublished.length > 0 ? null : refusal(answered, trade !== null && listed === null),
      classes:
        learns && listed !== null
          ? await openClassesFor(context.db, { ...listed, today: context.today, town: own.town })
          : null,
    };
  },
});

/** The days of the course, where they are paid for. */
function daysSaid(policy: Policy, { dayHours }: Door, { granted, facts }: Amounts): string[] {
  const days = facts.training?.attendedDays?.length ?? 0;
  return days > 0 && granted.some(({ benefit }) => countsDays(policy, benefit))
    ? [`每天上 ${dayHours} 课时，一共上 ${days} 天课，天天到`]
    : [];
}

const titleOf = (policy: Policy, benefit: string): string => policy.benefits.get(benefit)?.source.title ?? benefit;

/** The times that are left are a question of today, not of the day when the course is over. */
const today = (facts: CaseFacts, { day }: Asked): CaseFacts => ({ ...facts, appliedOn: day });

function shown(
  policy: Policy,
  { benefit, amountFen, together }: Amount,
  heads: number,
  facts: CaseFacts,
): z.output<typeof BenefitAmount> {
  const claiming = policy.claiming.get(benefit);
  // Amounts are of benefits that are claimed in some way.
  if (claiming === undefined) throw new RangeError(benefit);
  const isPerHead = claiming.per === "person";
  return {
    benefit,
    clause: policy.benefits.get(benefit)?.source.clause ?? "",
    title: titleOf(policy, benefit),
    amountFen: isPerHead ? amountFen * heads : amountFen,
    headFen: isPerHead ? amountFen : null,
    together,
    left: timesLeft(policy, caseOf(facts, benefit)),
    wayOn: wayOnOf(claiming),
  };
}

/** Benefits that the employer could have for the same person, and the person not alone. */
const byEmployer = (policy: Policy, asked: Asked, { facts }: Amounts): z.output<typeof BenefitAmount>[] =>
  amountsOf(policy, asked.door, "enterprise", facts)
    .granted.filter(({ benefit }) => policy.claiming.get(benefit)?.by.includes("person") === false)
    .map((one) => shown(policy, one, 1, today(facts, asked)));

/** The price of the list less what is paid for it. */
const ownShare = ({ trainingFen, assessmentFen }: ListedStandard, { granted }: Amounts): number =>
  Math.max(
    0,
    trainingFen +
      assessmentFen -
      granted.reduce((sum, one) => sum + (one.together && one.paysTuition ? one.amountFen : 0), 0),
  );

/** The level that was said; where the list has but one, that one. */
function chosenLevel(levels: readonly ListedStandard[], answered: readonly Answered[]): ListedStandard | null {
  const said = answered.find(({ question }) => question.kind === "level")?.number ?? null;
  return (
    levels.find(({ level }) => level === said) ?? (said === null && levels.length === 1 ? (levels[0] ?? null) : null)
  );
}

function refusal(answered: readonly Answered[], isUnlisted: boolean): { because: string; instead: string } {
  const said = answered.flatMap(({ chosen }) => chosen.flatMap(({ no }) => no ?? []))[0];
  if (said !== undefined) return said;
  if (isUnlisted)
    return {
      because: "这个职业（工种）或等级没有列在本地的补贴目录里，学它没有补贴。",
      instead: "可以换一个相近的工种或等级；想请本地把它列进去，可以向人社部门提。",
    };
  return {
    because: "照您说的情况，现在没有能发给您的补贴。",
    instead: "看看下面怎样就能领；说不准的，打电话问人社部门，他们看得到您的登记和参保记录。",
  };
}

/** Earlier grants and the town of somebody who is signed in; nothing of anybody else. */
async function ownRecord(
  context: Context,
  policy: Policy,
): Promise<{ history: HistoryEntry[] | null; town: string | null }> {
  const personId = context.maybeActor?.role === "learner" ? context.maybeActor.personId : null;
  if (personId === null) return { history: null, town: null };
  const [histories, person] = await Promise.all([
    historiesOf(context.db, policy, [personId]),
    context.db.selectFrom("person").select("town").where("id", "=", personId).executeTakeFirst(),
  ]);
  return { history: (histories.get(personId) ?? []).map(({ entry }) => entry), town: person?.town ?? null };
}

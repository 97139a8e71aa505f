import type { HistoryEntry, Level, Policy } from "@jinengtong/policy";
import { type Group, groups } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, notFound } from "../../kernel/problem.ts";
import { ById, Fen } from "../../kernel/shapes.ts";
import { buildCase } from "../case/build-cases.ts";
import { DEAD, GRANTED } from "../claim-states.ts";
import { policyOf } from "../programme/policies.ts";
import { judge, readClass, type Training } from "./class-outlook.ts";

const Output = z.strictObject({
  perPerson: z.boolean().describe("补贴按人申请；否则由机构或企业为整个班申请"),
  outlook: z.enum(["granted", "missing", "refused"]).nullable().describe("学完并通过考核后能否享受；整班申请的为空"),
  amountFen: Fen.nullable(),
  reasons: z.array(z.string()).describe("不能享受的原因"),
  missing: z.array(z.string()).describe("还要核实的情况"),
  presumed: z.boolean().describe("把正在学的班也算作学完、领到了补贴"),
  underWay: z.string().nullable().describe("正在另一个班学同一职业同一等级：那个班的名称"),
});

/**
 * `GET /api/v1/open-classes/:id/own-outlook`: the subsidy that the class would bring to the learner who finishes and passes, decided by
 * the engine as the claim would be, with the grants that their classes under way will bring.
 */
export const ownClassOutlook = operation({
  method: "GET",
  path: "/api/v1/open-classes/:id/own-outlook",
  summary: "我学完这个班能领多少补贴",
  permission: { roles: ["learner"] },
  params: ById,
  query: z.object({ group: z.enum(groups.codes).optional().describe("以什么身份参加") }),
  output: Output,
  async run(context, { params, query }) {
    const personId = context.actor.personId;
    if (personId === null) throw forbidden("该账号没有关联个人档案。请使用本人账号登录。");
    const training = await readClass(context, params.id);
    if (!["approved", "running", "suspended", "completed", "closed"].includes(training.state)) throw notFound("培训班");
    const policy = policyOf(context.services, training.policy_id);
    const others = await classesUnderWay(context, personId, training.id);
    const underWay =
      others.find(({ occupation, level }) => occupation === training.occupation && level === training.level)?.name ??
      null;
    if (policy.claiming.get(training.benefit)?.per !== "person" || !policy.benefits.has(training.benefit))
      return { perPerson: false, outlook: null, amountFen: null, reasons: [], missing: [], presumed: false, underWay };
    const { outlook, amountFen, reasons, missing } = await ownOutlook(context, policy, training, {
      personId,
      group: query.group ?? null,
      presumed: others,
    });
    return {
      perPerson: true,
      outlook,
      amountFen,
      reasons,
      missing: missing.map(({ label }) => label),
      presumed: others.length > 0,
      underWay,
    };
  },
});

interface UnderWay {
  name: string;
  benefit: string;
  occupation: string;
  level: number;
  ends_on: string;
}

async function ownOutlook(
  context: Context,
  policy: Policy,
  training: Training,
  own: { personId: string; group: Group | null; presumed: readonly UnderWay[] },
) {
  const asOf = training.ends_on > context.today ? training.ends_on : context.today;
  const facts = await buildCase(context.db, policy, {
    id: "outlook",
    claimId: null,
    benefit: training.benefit,
    appliedOn: asOf,
    stage: null,
    personId: own.personId,
    classId: training.id,
    enrolmentId: null,
    certificateId: null,
    town: training.town,
    stated: {},
  });
  // Whoever finishes those classes, too, will have been granted them before.
  const coming = own.presumed.flatMap((each): HistoryEntry[] =>
    policy.historyBenefits.has(each.benefit)
      ? [
          {
            benefit: each.benefit,
            occupation: each.occupation,
            level: each.level === 0 ? null : (each.level as Level),
            on: asOf,
            employer: null,
            months: 0,
          } as HistoryEntry,
        ]
      : [],
  );
  return judge(
    policy,
    training,
    { person_id: own.personId, seat: null, name: "", group_code: own.group },
    { ...facts, history: [...(facts.history ?? []), ...coming] },
    asOf,
  );
}

/** Other classes whose subsidy is still to come: a seat, or finished with a claim that isn't decided. */
async function classesUnderWay(context: Context, personId: string, classId: string): Promise<UnderWay[]> {
  const found = await sql<UnderWay>`
    select c.name, c.benefit, c.occupation, c.level, c.ends_on from enrolment e join training_class c on c.id = e.class_id
    where e.person_id = ${personId} and c.id <> ${classId} and c.state <> 'cancelled'
      and (e.state in ('applied', 'enrolled')
        or (e.state = 'completed' and exists (select from claim k where k.enrolment_id = e.id and k.benefit = c.benefit
          and k.state <> all(${[...DEAD, ...GRANTED]}::text[]))))
    order by c.starts_on desc limit 20`.execute(context.db);
  return found.rows;
}

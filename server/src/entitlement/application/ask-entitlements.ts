import { type CaseFacts, factsRead, type Policy, validateCase } from "@jinengtong/policy";
import { civilDate, tooYoungToTrain } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { EntitlementsShape, viewEntitlements } from "./entitlement-view.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { programmeAsked } from "../programme/policies.ts";

/** Answers of a person without a name: a case without id and benefit. */
export const Asking = z.strictObject({
  policy: z.string().max(80).optional().describe("不填：当日施行的第一项政策"),
  facts: z.record(z.string(), z.unknown()).default({}).describe("裁定合约中的案例，去掉 id 和 benefit"),
});

/**
 * `POST /api/v1/policy/entitlements`: anonymous, stores nothing. Facts are a case without id and benefit; the day defaults to
 * today.
 */
export const askEntitlements = operation({
  method: "POST",
  path: "/api/v1/policy/entitlements",
  summary: "我能领什么补贴（匿名，不保存）",
  permission: { public: true },
  creates: false,
  perMinute: 240,
  body: Asking.extend({
    skipped: z.array(z.string().max(200)).max(100).default([]).describe("说过“不清楚”的问题（JSON 指针），不再追问"),
  }),
  output: EntitlementsShape,
  async run(context, { body }) {
    const { policy, facts } = await checkedFacts(context, body);
    const view = viewEntitlements(policy, facts, body.skipped);
    return asksInPlace(policy, facts, body.skipped, view.benefits) ? { ...view, nextQuestion: IN_PLACE } : view;
  },
});

/** A case that says nothing of a relative trains for itself: nobody finds out about it unless asked (十三). */
const IN_PLACE = {
  path: "/person/inPlaceOf",
  question: "您是替亲属参加培训吗？（配偶、父母或子女是贫困人员或重度残疾人，自己来不了的）",
  kind: "boolean" as const,
  options: [
    { value: true, label: "是" },
    { value: false, label: "否，本人参加" },
  ],
};

/** Once the groups are known and don't suffice for a benefit that would be given in a relative's place. */
const asksInPlace = (
  policy: Policy,
  facts: CaseFacts,
  skipped: readonly string[],
  benefits: readonly { benefit: string; status: string }[],
): boolean =>
  facts.person?.groups !== undefined &&
  facts.person.inPlaceOf === undefined &&
  !skipped.includes(IN_PLACE.path) &&
  benefits.some(
    ({ benefit, status }) => status === "ineligible" && factsRead(policy, benefit).has("/person/inPlaceOf/relation"),
  );

/** Answers checked as facts of a case, under the version of their day and with the county's values; a fault is said at its field. */
export async function checkedFacts(
  context: Context,
  body: z.output<typeof Asking>,
): Promise<{ policy: Policy; facts: CaseFacts }> {
  const { id: _id, benefit: _benefit, ...given } = body.facts;
  const appliedOn = given.appliedOn ?? context.today;
  const day = typeof appliedOn === "string" ? appliedOn : context.today;
  const policy = programmeAsked(context.services, body.policy, day);
  const local = await parametersFor(context.db, policy, day);
  const [benefit] = policy.benefits.keys();
  const checked = validateCase(
    { parameters: local, ...given, appliedOn, id: "entitlement", benefit: benefit ?? "" },
    policy,
  );
  if (!checked.ok)
    throw unacceptable("invalid-facts", `填写的内容有误：${checked.error.message}。请核对后再试。`, [
      { pointer: `/facts${checked.error.path}`, detail: checked.error.message },
    ]);
  const { id: _case, benefit: _first, ...facts } = checked.case;
  const birthDate = facts.person?.birthDate;
  const tooYoung =
    birthDate === undefined ? null : tooYoungToTrain(civilDate(birthDate), civilDate(checked.case.appliedOn));
  if (tooYoung !== null)
    throw unacceptable("too-young", tooYoung, [{ pointer: "/facts/person/birthDate", detail: tooYoung }]);
  return { policy, facts };
}

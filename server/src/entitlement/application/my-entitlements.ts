import { defaultProgramme } from "@jinengtong/county";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { factsAt } from "../../people/index.ts";
import { personBlock } from "../case/build-cases.ts";
import { historiesOf } from "../case/case-records.ts";
import { missingFact, OwnEntitlementsShape, viewEntitlements } from "./entitlement-view.ts";
import { ownCases } from "./own-cases.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { policyOn } from "../programme/policies.ts";

/**
 * `GET /api/v1/me/entitlements`: entitlements from one's own record, certificates, hours and claims under way, so that it never
 * contradicts the claim beside it.
 */
export const myEntitlements = operation({
  method: "GET",
  path: "/api/v1/me/entitlements",
  summary: "按我的记录，我能领什么补贴",
  permission: { roles: ["learner"] },
  query: z.object({ policy: z.string().max(80).default(defaultProgramme) }),
  output: OwnEntitlementsShape,
  async run(context, { query }) {
    const policy = policyOn(context.services, query.policy, context.today);
    const personId = context.actor.personId;
    if (personId === null) throw forbidden("该账号没有关联个人档案。请使用本人账号登录。");
    const { person, priorDegree, ...record } = await factsAt(context.db, personId, context.today);
    const history = (await historiesOf(context.db, policy, [personId])).get(personId) ?? [];
    const view = viewEntitlements(policy, {
      ...record,
      person: personBlock(policy, { person, priorDegree }),
      appliedOn: context.today,
      history: history.map(({ entry }) => entry),
      parameters: await parametersFor(context.db, policy, context.today),
    });
    const own = await ownCases(context, policy, personId);
    return {
      ...view,
      benefits: view.benefits.map((benefit) => {
        const found = own.get(benefit.benefit);
        return found === undefined
          ? { ...benefit, claim: null }
          : { ...benefit, ...found, missing: found.decision.missing.map((path) => missingFact(policy, path)) };
      }),
    };
  },
});

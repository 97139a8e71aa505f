import { timesLeft } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { findingsNamingClaims } from "../case/earlier-claims.ts";
import { missingFact, OwnEntitlementsShape, viewEntitlements } from "./entitlement-view.ts";
import { ownFacts } from "./own-facts.ts";
import { ownCases } from "./own-cases.ts";
import { programmeAsked } from "../programme/policies.ts";

/**
 * `GET /api/v1/me/entitlements`: entitlements from one's own record, certificates, hours and claims under way, so that it never
 * contradicts the claim beside it.
 */
export const myEntitlements = operation({
  method: "GET",
  path: "/api/v1/me/entitlements",
  summary: "按我的记录，我能领什么补贴",
  permission: { roles: ["learner"] },
  query: z.object({ policy: z.string().max(80).optional() }),
  output: OwnEntitlementsShape,
  async run(context, { query }) {
    const policy = programmeAsked(context.services, query.policy, context.today);
    const personId = context.actor.personId;
    if (personId === null) throw forbidden("该账号没有关联个人档案。请使用本人账号登录。");
    const facts = await ownFacts(context, policy, personId);
    const view = viewEntitlements(policy, facts);
    const own = await ownCases(context, policy, personId);
    const benefits = view.benefits.map((benefit) => {
      const found = own.get(benefit.benefit);
      const { benefit: id, decision } = benefit;
      const left = timesLeft(policy, { ...facts, id, benefit: id });
      if (found === undefined)
        return { ...benefit, left, claim: null, decided: { policy, decision, facts: { ...facts, id, benefit: id } } };
      const missing = found.decision.missing.map((path) => missingFact(policy, path));
      const { status, claim } = found;
      return { ...benefit, left, status, claim, missing, decided: found };
    });
    const findings = await findingsNamingClaims(
      context.db,
      benefits.map(({ decided, claim }) => ({ ...decided, personId, claimId: claim?.id ?? null })),
    );
    return {
      ...view,
      benefits: benefits.map(({ decided, ...benefit }, at) => ({
        ...benefit,
        decision: { ...decided.decision, findings: findings[at] ?? decided.decision.findings },
      })),
    };
  },
});

import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { programmeAsked } from "../programme/policies.ts";
import { ownCases } from "./own-cases.ts";
import { ownFacts } from "./own-facts.ts";
import { waysOf, WaysShape } from "../programme/ways.ts";

/** `GET /api/v1/me/entitlements/ways`: how the person could still be granted a benefit, from their own record. */
export const myWays = operation({
  method: "GET",
  path: "/api/v1/me/entitlements/ways",
  summary: "按我的记录，怎样才能享受",
  permission: { roles: ["learner"] },
  query: z.object({ policy: z.string().max(80).optional(), benefit: z.string().max(40) }),
  output: WaysShape,
  async run(context, { query }) {
    const policy = programmeAsked(context.services, query.policy, context.today);
    const { personId } = context.actor;
    if (personId === null) throw forbidden("该账号没有关联个人档案。请使用本人账号登录。");
    if (!policy.benefits.has(query.benefit)) return { ways: [] };
    const own = (await ownCases(context, policy, personId, query.benefit)).get(query.benefit);
    // A claim under way is decided; its own page says how to go on.
    if (own !== undefined) return own.claim === null ? waysOf(context.db, policy, own.facts) : { ways: [] };
    const facts = await ownFacts(context, policy, personId);
    return waysOf(context.db, policy, { ...facts, id: "entitlement", benefit: query.benefit });
  },
});

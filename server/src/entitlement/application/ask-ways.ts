import { operation } from "../../kernel/operation.ts";
import { Asking, checkedFacts } from "./ask-entitlements.ts";
import { waysOf, WaysShape } from "../programme/ways.ts";
import { z } from "zod";

/** `POST /api/v1/policy/ways`: anonymous, stores nothing. How a person could still be granted one benefit, from what they answered. */
export const askWays = operation({
  method: "POST",
  path: "/api/v1/policy/ways",
  summary: "怎样才能享受（匿名，不保存）",
  permission: { public: true },
  creates: false,
  perMinute: 240,
  body: Asking.extend({ benefit: z.string().max(40) }),
  output: WaysShape,
  async run(context, { body }) {
    const { policy, facts } = await checkedFacts(context, body);
    if (!policy.benefits.has(body.benefit)) return { ways: [] };
    return waysOf(context.db, policy, { ...facts, id: "entitlement", benefit: body.benefit });
  },
});

import { setImmediate as nextTurn } from "node:timers/promises";
import { counterfactuals, decide, validateCase } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Fen } from "../../kernel/shapes.ts";
import { casesUpTo, InvalidLine } from "./adjudicate-cases.ts";
import { policyOf } from "./policies.ts";

/** Each is searched for some milliseconds. */
const MOST = 100;

const Ways = z.strictObject({
  id: z.string(),
  outcome: z.enum(["granted", "refused", "incomplete"]).describe("现在的结论"),
  ways: z
    .array(
      z.strictObject({
        changes: z.array(
          z.strictObject({
            path: z.string().describe("事实的 JSON 指针"),
            to: z.union([z.string(), z.number(), z.boolean()]),
          }),
        ),
        amountFen: Fen,
        text: z.string().describe("一句话，如“再缴 3 个月失业保险后可申请，600.00 元”"),
      }),
    )
    .describe("最多三种，改动最少的在前；已可享受的，或本人没有办法改变的，为空"),
});

/**
 * `POST /api/v1/policy/counterfactuals`: what a person could still change so that a refused or incomplete case would be
 * granted, by the adjudication contract, at most three ways a case. Stores nothing. An invalid case is reported by
 * position; the others are answered.
 */
export const waysToBeGranted = operation({
  method: "POST",
  path: "/api/v1/policy/counterfactuals",
  summary: "怎样才能享受",
  permission: { public: true },
  creates: false,
  perMinute: 600,
  bodyLimit: 16 * 1_048_576,
  body: casesUpTo(MOST),
  output: z.strictObject({ counterfactuals: z.array(z.union([Ways, InvalidLine])) }),
  async run({ services }, { body }) {
    const policy = policyOf(services, body.policy);
    const answers: (z.output<typeof Ways> | z.output<typeof InvalidLine>)[] = [];
    for (const [at, value] of body.cases.entries()) {
      const checked = validateCase(value, policy);
      if (checked.ok) {
        const { outcome } = decide(policy, checked.case);
        answers.push({ id: checked.case.id, outcome, ways: counterfactuals(policy, checked.case) });
      } else answers.push({ line: at + 1, error: checked.error });
      // Other requests are served in between.
      await nextTurn();
    }
    return { counterfactuals: answers };
  },
});

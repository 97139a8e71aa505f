import { setImmediate as nextTurn } from "node:timers/promises";
import { adjudicate, type Decision, validateCase } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { policyOf } from "./policies.ts";
import { DecisionShape } from "./trace.ts";

const MOST = 10_000;

/** Batch size; other requests are served in between. */
const TURN = 500;

/** A list of cases under one policy. */
export const casesUpTo = (most: number) =>
  z.strictObject({
    policy: z.string().max(80),
    cases: z.array(z.unknown()).max(most, `每次不超过 ${most} 个案例，请分次提交`),
  });

/** An invalid case of a list, by its place. */
export const InvalidLine = z.strictObject({
  line: z.number().int().describe("第几个案例，从 1 起"),
  error: z.strictObject({ code: z.literal("invalid-case"), path: z.string(), message: z.string() }),
});

/**
 * `POST /api/v1/policy/adjudications`: cases in, decisions out, in order, by the adjudication contract. Stores nothing. An invalid
 * case is reported by position; the others are decided.
 */
export const adjudicateCases = operation({
  method: "POST",
  path: "/api/v1/policy/adjudications",
  summary: "裁定案例",
  permission: { public: true },
  creates: false,
  perMinute: 600,
  bodyLimit: 16 * 1_048_576,
  body: casesUpTo(MOST),
  output: z.strictObject({ decisions: z.array(z.union([DecisionShape, InvalidLine])) }),
  async run({ services }, { body }) {
    const policy = policyOf(services, body.policy);
    const decisions: (Decision | z.output<typeof InvalidLine>)[] = [];
    for (const [at, value] of body.cases.entries()) {
      const checked = validateCase(value, policy);
      decisions.push(checked.ok ? adjudicate(policy, checked.case) : { line: at + 1, error: checked.error });
      if (at % TURN === TURN - 1) await nextTurn();
    }
    return { decisions };
  },
});

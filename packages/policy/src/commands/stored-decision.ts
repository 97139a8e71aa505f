import type { JsonSchema } from "../json-schema.ts";
import { compileSchema } from "../json-schema.ts";
import type { StoredDecision } from "../replay.ts";

const money: JsonSchema = { anyOf: [{ type: "integer", minimum: 0 }, { type: "null" }] };

const anything: JsonSchema = {
  anyOf: [
    { type: "object", additionalProperties: { $ref: "#/$defs/any" } },
    { type: "array", items: { $ref: "#/$defs/any" } },
    { type: "string" },
    { type: "number" },
    { type: "boolean" },
    { type: "null" },
  ],
};

const check = compileSchema({
  $defs: { any: anything },
  type: "object",
  required: ["case", "digest", "outcome"],
  additionalProperties: false,
  properties: {
    case: { $ref: "#/$defs/any" },
    digest: { type: "string" },
    outcome: { enum: ["granted", "refused", "incomplete"] },
    amountFen: money,
    recoverFen: money,
  },
});

/** A line of stored decisions, `{case, digest, outcome, amountFen, recoverFen}`, or null where it is none. */
export function storedDecisionOf(value: unknown): StoredDecision | null {
  // The schema says that the value is one.
  return check(value) === null ? (value as StoredDecision) : null;
}

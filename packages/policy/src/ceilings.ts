/**
 * Ceilings that a package states for its amounts, in the grammar's own quantities: no decision may ever be above them. They
 * decide nothing and stand beside the rules (`ceilings.json`), no part of their digest; the proof holds the amounts
 * against them.
 */
import type { CompiledQuantity, Quantity } from "./amounts/quantity.ts";
import type { JsonSchema } from "./json-schema.ts";
import { packageDefinitions } from "./package-schema.ts";
import type { BenefitId } from "./vocabulary.ts";

export interface Ceiling {
  benefit: BenefitId;
  clause: string;
  quantity: Quantity;
}

/** A ceiling of which the facts of a case tell the fen; NaN where they don't. */
export type CompiledCeiling = Pick<CompiledQuantity, "value" | "text" | "unit"> & Pick<Ceiling, "clause">;

/** The schema of `ceilings.json`. */
export const ceilingsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jinengtong.example/schema/ceilings.schema.json",
  title: "上限",
  description: "每项补贴的金额在任何情形下都不超过的上限；证明逐一核对。",
  $defs: packageDefinitions,
  type: "object",
  required: ["ceilings"],
  additionalProperties: false,
  properties: {
    ceilings: {
      type: "array",
      items: {
        type: "object",
        required: ["benefit", "clause", "quantity"],
        additionalProperties: false,
        properties: {
          benefit: { type: "string", minLength: 1, maxLength: 80 },
          clause: { $ref: "#/$defs/clauseId" },
          quantity: { $ref: "#/$defs/quantity" },
        },
      },
    },
  },
};

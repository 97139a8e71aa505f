/** A rate for a small number and another from a bound on, such as "half below 10 days". */
import type { Evaluation, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { ParameterBound } from "../mechanisms/compare.ts";
import { rule } from "../mechanisms/shape.ts";
import type { Quantity } from "./quantity.ts";
import { compileQuantity } from "./quantity.ts";
import type { CompiledRate } from "./rate.ts";

export interface RateBelow<Rate> {
  kind: "rate-below";
  /** Days, months, persons: a number of anything but money. */
  quantity: Quantity;
  bound: number | ParameterBound;
  below: Rate;
  /** From the bound on. */
  otherwise: Rate;
}

const rate: JsonSchema = { $ref: "#/$defs/rate" };

export const rateBelowSchema: JsonSchema = rule("rate-below", "数量少于界限的用一个比例，达到界限的用另一个。", {
  quantity: { $ref: "#/$defs/quantity" },
  bound: { anyOf: [{ type: "integer", minimum: 1, maximum: 1_000_000 }, { $ref: "#/$defs/parameterBound" }] },
  below: rate,
  otherwise: rate,
});

/** `below` and `otherwise` are the rates of the node, compiled. */
export function compileRateBelow(
  node: RateBelow<unknown>,
  below: CompiledRate,
  otherwise: CompiledRate,
  lookup: Lookup,
): CompiledRate {
  const counted = compileQuantity(node.quantity, lookup);
  const { bound } = node;
  const parameter = typeof bound === "number" ? null : lookup.parameter(bound.name);
  const boundOf = (e: Evaluation): number => {
    const value = parameter === null ? bound : parameter.read(e);
    return typeof value === "number" ? value : Number.NaN;
  };
  const chosen = (e: Evaluation): CompiledRate | undefined => {
    const count = counted.value(e);
    const limit = boundOf(e);
    if (Number.isNaN(count) || Number.isNaN(limit)) return undefined;
    return count < limit ? below : otherwise;
  };
  return {
    percent: (e) => chosen(e)?.percent(e) ?? Number.NaN,
    missing: (e, missing) => {
      counted.missing(e, missing);
      if (parameter !== null && Number.isNaN(boundOf(e))) missing.add(`parameter:${parameter.name}`);
      chosen(e)?.missing(e, missing);
    },
    text: otherwise.text,
    except: [
      ...otherwise.except,
      `${counted.text}少于 ${parameter === null ? String(bound) : parameter.text} 的 ${[below.text, ...below.except].join("，")}`,
    ],
  };
}

/** A ceiling or a floor of what has been reckoned so far, such as "at least 300 yuan, at most 8000" after a rate. */
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "../mechanisms/shape.ts";
import type { Quantity } from "./quantity.ts";

export interface AtMost {
  kind: "at-most";
  step: string;
  clause?: string;
  quantity: Quantity;
}

export interface AtLeast {
  kind: "at-least";
  step: string;
  clause?: string;
  quantity: Quantity;
}

export const boundSchemas = (named: Record<string, JsonSchema>): JsonSchema[] => [
  rule("at-most", "到此为止的金额不超过所列金额。", named, ["clause"]),
  rule("at-least", "到此为止的金额不少于所列金额。", named, ["clause"]),
];

/** The value `over / under`, bounded; a fraction stays one where the bound doesn't reach it. */
export function bounded(
  kind: AtMost["kind"] | AtLeast["kind"],
  running: { over: number; under: number },
  bound: number,
): void {
  const limit = bound * running.under;
  running.over = kind === "at-most" ? Math.min(running.over, limit) : Math.max(running.over, limit);
}

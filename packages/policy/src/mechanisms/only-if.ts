/** A test that holds only under a condition; where the condition is not met it is met without more. */
import type { CompiledTest } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface OnlyIf<Test> {
  kind: "only-if";
  condition: Test;
  requires: Test;
}

export const onlyIfSchema: JsonSchema = rule("only-if", "只在符合条件时要求；不符合条件的，不作要求。", {
  condition: { $ref: "#/$defs/test" },
  requires: { $ref: "#/$defs/test" },
});

export function compileOnlyIf(condition: CompiledTest, required: CompiledTest): CompiledTest {
  return {
    verdict: (e) => {
      const applies = condition.verdict(e);
      if (applies === false) return true;
      const verdict = required.verdict(e);
      if (verdict === true) return true;
      return applies === null ? null : verdict;
    },
    because: (e, verdict) => {
      const applies = condition.verdict(e);
      if (applies === false) return `${condition.because(e, false)}，本项不作要求`;
      if (applies === null && verdict === null) return condition.because(e, null);
      return required.because(e, verdict);
    },
    missing: (e, missing) => {
      if (condition.verdict(e) === null) condition.missing(e, missing);
      if (required.verdict(e) === null) required.missing(e, missing);
    },
    text: `${condition.text}的，要求${required.text}`,
  };
}

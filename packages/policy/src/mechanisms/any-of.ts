/** At least one of several tests: true if any is, even where others are unknown. */
import type { CompiledTest } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import { rule } from "./shape.ts";

export interface AnyOf<Test> {
  kind: "any-of";
  tests: Test[];
}

export const anyOfSchema: JsonSchema = rule("any-of", "满足其中之一。", {
  tests: { type: "array", items: { $ref: "#/$defs/test" }, minItems: 2 },
});

export function compileAnyOf(tests: readonly CompiledTest[]): CompiledTest {
  return {
    verdict: (e) => {
      let answer: Verdict = false;
      for (const test of tests) {
        const verdict = test.verdict(e);
        if (verdict === true) return true;
        if (verdict === null) answer = null;
      }
      return answer;
    },
    because: (e, verdict) => {
      const said: string[] = [];
      for (const test of tests) {
        const own = test.verdict(e);
        if (verdict === true && own === true) return test.because(e, own);
        // Tests that could still decide, or the reason why none does.
        if (own === verdict) said.push(test.because(e, own));
      }
      return said.join("；");
    },
    missing: (e, missing) => {
      for (const test of tests) if (test.verdict(e) === null) test.missing(e, missing);
    },
    text: tests.map((test, at) => `${at === 0 ? "" : "或者"}${test.text}`).join("，"),
  };
}

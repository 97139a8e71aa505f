/** All of several tests together: false if any is, even where others are unknown. */
import type { CompiledTest } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import { rule } from "./shape.ts";

export interface AllOf<Test> {
  kind: "all-of";
  tests: Test[];
}

export const allOfSchema: JsonSchema = rule("all-of", "同时满足。", {
  tests: { type: "array", items: { $ref: "#/$defs/test" }, minItems: 2 },
});

export function compileAllOf(tests: readonly CompiledTest[]): CompiledTest {
  return {
    verdict: (e) => {
      let answer: Verdict = true;
      for (const test of tests) {
        const verdict = test.verdict(e);
        if (verdict === false) return false;
        if (verdict === null) answer = null;
      }
      return answer;
    },
    because: (e, verdict) => {
      const said: string[] = [];
      for (const test of tests) {
        const own = test.verdict(e);
        if (own === verdict) said.push(test.because(e, own));
      }
      return said.join("，");
    },
    missing: (e, missing) => {
      for (const test of tests) if (test.verdict(e) === null) test.missing(e, missing);
    },
    text: tests.map((test) => test.text).join("且"),
  };
}

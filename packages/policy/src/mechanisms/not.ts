/** A test turned round: met where the other is not, unknown where the other is. */
import type { CompiledTest } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import { rule } from "./shape.ts";

export interface Not<Test> {
  kind: "not";
  test: Test;
}

export const notSchema: JsonSchema = rule("not", "不符合所列条件。", { test: { $ref: "#/$defs/test" } });

function turned(verdict: Verdict): Verdict {
  return verdict === null ? null : !verdict;
}

export function compileNot(test: CompiledTest): CompiledTest {
  return {
    verdict: (e) => turned(test.verdict(e)),
    because: (e, verdict) => {
      const said = test.because(e, turned(verdict));
      return verdict === null ? said : `${said}；本项要求不是这样的情形，${verdict ? "符合" : "不符合"}`;
    },
    missing: test.missing,
    text: `不是以下情形：${test.text}`,
  };
}

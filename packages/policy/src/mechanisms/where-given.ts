/** A test that is skipped where a whole block of the case is absent: the rule then has nothing to look at. */
import type { CompiledTest } from "../evaluation.ts";
import type { BlockFactPath } from "../facts.ts";
import { BLOCK_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface WhereGiven<Test> {
  kind: "where-given";
  block: BlockFactPath;
  requires: Test;
}

export const whereGivenSchema: JsonSchema = rule("where-given", "没有该项资料的，跳过本项。", {
  block: { enum: Object.keys(BLOCK_FACTS) },
  requires: { $ref: "#/$defs/test" },
});

export function compileWhereGiven(block: BlockFactPath, required: CompiledTest): CompiledTest {
  const { label, read } = BLOCK_FACTS[block];
  return {
    verdict: (e) => (read(e.case) === undefined ? true : required.verdict(e)),
    because: (e, verdict) => (read(e.case) === undefined ? `没有${label}，本项不作要求` : required.because(e, verdict)),
    missing: (e, missing) => {
      if (read(e.case) !== undefined) required.missing(e, missing);
    },
    text: `有${label}的，${required.text}`,
  };
}

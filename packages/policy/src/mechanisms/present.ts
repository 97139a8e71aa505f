/** A coded fact that only has to be there, whatever it says. */
import type { CompiledTest, Lookup } from "../evaluation.ts";
import type { CodeFactPath } from "../facts.ts";
import { CODE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { nameOf } from "../vocabulary.ts";
import { rule } from "./shape.ts";

export interface Present {
  kind: "present";
  fact: CodeFactPath;
}

export const presentSchema: JsonSchema = rule("present", "已给出该事实，内容不限；没有给出视为未知，不视为没有。", {
  fact: { enum: Object.keys(CODE_FACTS) },
});

export function compilePresent(node: Present, lookup: Lookup): CompiledTest {
  const { label, read } = CODE_FACTS[node.fact];
  const names = lookup.codes(node.fact);
  return {
    verdict: (e) => {
      const value = read(e.case);
      return value === undefined ? null : value !== null;
    },
    because: (e) => {
      const value = read(e.case);
      if (value === null) return `没有${label}`;
      return value === undefined ? `缺少“${label}”，不能判断` : `${label}为${nameOf(names, value)}，种类不限`;
    },
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: `有${label}（不限）`,
  };
}

/** A yes-or-no fact of the case. */
import type { CompiledTest } from "../evaluation.ts";
import type { BooleanFactPath } from "../facts.ts";
import { BOOLEAN_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface Is {
  kind: "is";
  fact: BooleanFactPath;
  value: boolean;
}

export const isSchema: JsonSchema = rule("is", "是或否的事实。", {
  fact: { enum: Object.keys(BOOLEAN_FACTS) },
  value: { type: "boolean" },
});

export function compileIs(node: Is): CompiledTest {
  const { label, yes, no, read } = BOOLEAN_FACTS[node.fact];
  const wanted = node.value;
  return {
    verdict: (e) => {
      const value = read(e.case);
      return value === undefined ? null : value === wanted;
    },
    because: (e) => {
      const value = read(e.case);
      if (value === undefined) return `缺少“${label}”，不能判断是否${wanted ? yes : no}`;
      const said = value ? yes : no;
      return value === wanted ? `${said}，符合要求` : `${said}，要求${wanted ? yes : no}`;
    },
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: wanted ? yes : no,
  };
}

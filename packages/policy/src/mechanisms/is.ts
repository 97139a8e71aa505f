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
  const unknown = `缺少“${label}”，要求${wanted ? yes : no}`;
  const met = `${wanted ? yes : no}，符合要求`;
  const unmet = `${wanted ? no : yes}，要求${wanted ? yes : no}`;
  return {
    verdict: (e) => {
      const value = read(e.case);
      return value === undefined ? null : value === wanted;
    },
    because: (_e, verdict) => (verdict === null ? unknown : verdict ? met : unmet),
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: wanted ? yes : no,
  };
}

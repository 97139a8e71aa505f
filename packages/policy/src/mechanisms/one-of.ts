/** A coded fact (a kind, a level, a course) among listed values. */
import type { CompiledTest, Lookup } from "../evaluation.ts";
import type { CodeFactPath } from "../facts.ts";
import { CODE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { nameOf } from "../vocabulary.ts";
import { alternatives, listedOf, rule, slugSchema } from "./shape.ts";

export interface OneOf {
  kind: "one-of";
  fact: CodeFactPath;
  values: (string | number)[];
}

/** Which codes a fact has, the check says: a package may have courses of its own. */
export const oneOfSchema: JsonSchema = rule("one-of", "代码属所列之一。", {
  fact: { enum: Object.keys(CODE_FACTS) },
  values: listedOf({ anyOf: [slugSchema, { type: "integer", minimum: 0, maximum: 100 }] }),
});

/** The codes of a list; levels are numbers in a case. */
export function codesOf(names: Readonly<Record<string, string>>): (string | number)[] {
  return Object.keys(names).map((id) => (/^\d+$/u.test(id) ? Number(id) : id));
}

export function compileOneOf(node: OneOf, lookup: Lookup): CompiledTest {
  const { label, read } = CODE_FACTS[node.fact];
  const names = lookup.codes(node.fact);
  const values = new Set(node.values);
  const wanted = alternatives(node.values.map((value) => nameOf(names, value)));
  const unknown = `缺少“${label}”，不能判断是否为${wanted}`;
  // A code has few values, so every sentence is made once.
  const sentences = new Map(
    codesOf(names).map((code) => {
      const said = `${label}为${nameOf(names, code)}`;
      return [code, values.has(code) ? `${said}，属${wanted}` : `${said}，不属${wanted}`];
    }),
  );
  return {
    verdict: (e) => {
      const value = read(e.case);
      return value === undefined ? null : value !== null && values.has(value);
    },
    because: (e) => {
      const value = read(e.case);
      if (value === null) return `没有${label}，不属${wanted}`;
      return value === undefined ? unknown : (sentences.get(value) ?? unknown);
    },
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: `${label}为${wanted}`,
  };
}

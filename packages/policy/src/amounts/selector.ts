/** Selector of an amount: a yes-or-no fact, a coded fact, or a parameter. */
import type { Evaluation, Lookup } from "../evaluation.ts";
import type { BlockFactPath, BooleanFactPath, CodeFactPath } from "../facts.ts";
import { BLOCK_FACTS, BOOLEAN_FACTS, CODE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "../mechanisms/shape.ts";
import { nameOf } from "../vocabulary.ts";

export type Selector =
  | {
      kind: "flag";
      fact: BooleanFactPath;
      /** Value where the whole block is absent and another flag stands so: then its absence says something. */
      withoutBlock?: { block: BlockFactPath; where: { fact: BooleanFactPath; value: boolean }; is: boolean };
    }
  | { kind: "code"; fact: CodeFactPath }
  | { kind: "parameter"; name: string };

const flagFact: JsonSchema = { enum: Object.keys(BOOLEAN_FACTS) };

export const selectorSchema: JsonSchema = {
  description: "选择的依据。",
  oneOf: [
    rule(
      "flag",
      "是或否的事实；withoutBlock：整块资料没有给出、且另一事实如此时，视为所列的取值。",
      {
        fact: flagFact,
        withoutBlock: {
          type: "object",
          required: ["block", "where", "is"],
          additionalProperties: false,
          properties: {
            block: { enum: Object.keys(BLOCK_FACTS) },
            where: {
              type: "object",
              required: ["fact", "value"],
              additionalProperties: false,
              properties: { fact: flagFact, value: { type: "boolean" } },
            },
            is: { type: "boolean" },
          },
        },
      },
      ["withoutBlock"],
    ),
    rule("code", "代码。", { fact: { enum: Object.keys(CODE_FACTS) } }),
    rule("parameter", "参数。", { name: { $ref: "#/$defs/parameterName" } }),
  ],
};

export interface CompiledSelector {
  /** As it stands in `missing`. */
  path: string;
  read: (e: Evaluation) => string | number | boolean | undefined;
  name: (value: string | number | boolean) => string;
  /** Every value that the fact can take; undefined where any may come. */
  domain: readonly (string | number | boolean)[];
}

export function compileSelector(node: Selector, lookup: Lookup): CompiledSelector {
  switch (node.kind) {
    case "flag": {
      const { yes, no, read } = BOOLEAN_FACTS[node.fact];
      const without = node.withoutBlock;
      const absent = (e: Evaluation): boolean | undefined =>
        without !== undefined &&
        BLOCK_FACTS[without.block].read(e.case) === undefined &&
        BOOLEAN_FACTS[without.where.fact].read(e.case) === without.where.value
          ? without.is
          : undefined;
      return {
        path: node.fact,
        read: (e) => read(e.case) ?? absent(e),
        name: (value) => (value === true ? yes : no),
        domain: [true, false],
      };
    }
    case "code": {
      const { read } = CODE_FACTS[node.fact];
      const names = lookup.codes(node.fact);
      const domain = Object.keys(names).map((id) => (/^\d+$/u.test(id) ? Number(id) : id));
      return {
        path: node.fact,
        read: (e) => read(e.case) ?? undefined,
        name: (value) => nameOf(names, String(value)),
        domain,
      };
    }
    case "parameter": {
      const parameter = lookup.parameter(node.name);
      return {
        path: `parameter:${node.name}`,
        read: (e) => parameter.read(e),
        name: (value) => `${parameter.label}取“${parameter.show(String(value))}”`,
        domain: parameter.values,
      };
    }
  }
}

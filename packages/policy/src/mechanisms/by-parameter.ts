/** Which test holds, chosen by a parameter: two readings of one sentence, of which the county takes one. */
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface ByParameter<Test> {
  kind: "by-parameter";
  name: string;
  options: { is: string; requires: Test }[];
}

export const byParameterSchema: JsonSchema = rule("by-parameter", "按参数的取值（读法）要求其中一项条件。", {
  name: { $ref: "#/$defs/parameterName" },
  options: {
    type: "array",
    minItems: 2,
    items: {
      type: "object",
      required: ["is", "requires"],
      additionalProperties: false,
      properties: { is: { type: "string", minLength: 1, maxLength: 40 }, requires: { $ref: "#/$defs/test" } },
    },
  },
});

export function compileByParameter(
  node: ByParameter<unknown>,
  tests: readonly CompiledTest[],
  lookup: Lookup,
): CompiledTest {
  const parameter = lookup.parameter(node.name);
  const options = new Map(node.options.map(({ is }, at) => [is, tests[at]]));
  const chosen = (e: Evaluation): CompiledTest | undefined => {
    const value = parameter.read(e);
    return typeof value === "string" ? options.get(value) : undefined;
  };
  return {
    verdict: (e) => chosen(e)?.verdict(e) ?? null,
    because: (e, verdict) => chosen(e)?.because(e, verdict) ?? `“${parameter.label}”还没有规定，不能判断`,
    missing: (e, missing) => {
      const test = chosen(e);
      if (test === undefined) missing.add(`parameter:${node.name}`);
      else test.missing(e, missing);
    },
    text: [...options]
      .map(([is, test]) => `${parameter.label}取“${parameter.show(is)}”时，${test?.text ?? ""}`)
      .join("；"),
  };
}

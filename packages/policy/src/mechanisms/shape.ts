import type { JsonSchema } from "../json-schema.ts";

/** The schema of one kind of grammar node: a constant `kind` and exactly these properties, all required. */
export function rule(
  kind: string,
  description: string,
  properties: Record<string, JsonSchema>,
  optional: string[] = [],
): JsonSchema {
  return {
    type: "object",
    description,
    required: ["kind", ...Object.keys(properties).filter((key) => !optional.includes(key))],
    additionalProperties: false,
    properties: { kind: { const: kind }, ...properties },
  };
}

/** An id that a package gives: of a benefit, a test, a reading. */
export const slugSchema: JsonSchema = {
  type: "string",
  description: "小写字母、数字和连字符的编号",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  maxLength: 80,
};

/** A benefit of this package, or another that a history may hold; whether there is one is seen when it is compiled. */
export const benefitIdSchema: JsonSchema = slugSchema;

/** A non-empty list without repetitions. */
export function someOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, minItems: 1, uniqueItems: true };
}

/** A non-empty list written out, or one of the package's shared lists by name; the rules are read with the lists put in. */
export function listedOf(items: JsonSchema): JsonSchema {
  const named: JsonSchema = {
    type: "object",
    description: "政策包的共用名单",
    required: ["list"],
    additionalProperties: false,
    properties: { list: slugSchema },
  };
  return { anyOf: [someOf(items), named] };
}

/** Names joined as Chinese joins alternatives: 甲、乙或丙. */
export function alternatives(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join("、")}或${names.at(-1) ?? ""}`;
}

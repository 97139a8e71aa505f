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

/** A non-empty list without repetitions. */
export function someOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, minItems: 1, uniqueItems: true };
}

/** Names joined as Chinese joins alternatives: 甲、乙或丙. */
export function alternatives(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join("、")}或${names.at(-1) ?? ""}`;
}

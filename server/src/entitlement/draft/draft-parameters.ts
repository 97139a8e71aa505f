import type { PackageFiles, Parameter } from "@jinengtong/policy";

/** The parameters of a draft as far as they can be read; a half-written one is left out. */
export function draftParameters(files: PackageFiles): Parameter[] {
  const content = files["parameters.json"];
  const list: unknown =
    typeof content === "object" && content !== null && "parameters" in content ? content.parameters : null;
  return Array.isArray(list) ? list.filter(isParameter) : [];
}

const isParameter = (one: unknown): one is Parameter =>
  typeof one === "object" &&
  one !== null &&
  "name" in one &&
  typeof one.name === "string" &&
  "label" in one &&
  "type" in one &&
  typeof one.type === "object" &&
  one.type !== null &&
  "kind" in one.type &&
  "values" in one &&
  Array.isArray(one.values);

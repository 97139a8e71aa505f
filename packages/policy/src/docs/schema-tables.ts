/** JSON Schemas as Markdown tables. */
import type { JsonSchema } from "../json-schema.ts";

const TYPES: Record<string, string> = {
  object: "对象",
  array: "数组",
  string: "字符串",
  integer: "整数",
  number: "数字",
  boolean: "true / false",
  null: "null",
};

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** Short description of a value's type. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return `\`${schema.$ref.slice("#/$defs/".length)}\``;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${String(one)}\``).join("、");
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(" 或 ");
  if (schema.oneOf !== undefined) return "以下之一";
  if (schema.format === "date") return "日期 `YYYY-MM-DD`";
  if (schema.type === "array") {
    const most = schema.maxItems === undefined ? "" : `，至多 ${schema.maxItems} 项`;
    return `数组${most}，每项：${typeText(schema.items ?? {})}`;
  }
  const range = [
    schema.minimum === undefined ? "" : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? "" : `≤ ${schema.maximum}`,
    schema.maxLength === undefined ? "" : `至多 ${schema.maxLength} 字`,
  ].filter(Boolean);
  const type = TYPES[schema.type ?? ""] ?? "";
  return range.length === 0 ? type : `${type}（${range.join("，")}）`;
}

function rowsOf(schema: JsonSchema, prefix: string): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const path = `${prefix}/${key}`;
    const must = required.has(key) ? "必填" : "";
    const row = `| \`${path}\` | ${escaped(typeText(inner))} | ${must} | ${escaped(inner.description ?? "")} |`;
    const nested = inner.type === "array" && inner.items?.type === "object" ? inner.items : inner;
    return nested.properties === undefined ? [row] : [row, ...rowsOf(nested, inner === nested ? path : `${path}/…`)];
  });
}

/** Every property of an object schema, nested ones too, by JSON pointer. */
export function propertyTable(schema: JsonSchema): string[] {
  return ["| 位置 | 取值 | | 含义 |", "|---|---|---|---|", ...rowsOf(schema, "")];
}

/** The alternatives of a schema that are told apart by `kind`. */
export function kindTable(schema: JsonSchema): string[] {
  const rows = (schema.oneOf ?? []).map((alternative) => {
    const { kind, ...others } = alternative.properties ?? {};
    const properties = Object.entries(others).map(([key, inner]) => {
      const optional = alternative.required?.includes(key) === true ? "" : "（可省）";
      const values = (inner.enum?.length ?? 0) > 8 || (inner.items?.enum?.length ?? 0) > 8 ? "代码表" : typeText(inner);
      return `\`${key}\`${optional}：${values}`;
    });
    return `| \`${String(kind?.const)}\` | ${escaped(alternative.description ?? "")} | ${escaped(properties.join("；"))} |`;
  });
  return ["| kind | 含义 | 内容 |", "|---|---|---|", ...rows];
}

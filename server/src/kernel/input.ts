import type { z } from "zod";
import type { AnyOperation, Parsed } from "./operation.ts";
import { type FieldError, firstDetail, Problem } from "./problem.ts";

/** Parses a request by the operation's schemas; refuses with a JSON pointer and a Chinese sentence per bad field. */
export function parseInput(op: AnyOperation, params: unknown, query: unknown, body: unknown): Parsed {
  const errors: FieldError[] = [];
  const part = (shape: z.ZodType, value: unknown, prefix: string): unknown => {
    if (!isStorable(value)) errors.push({ pointer: prefix || "/", detail: "文字中含有不能保存的字符，请删除后再提交" });
    // Not looked into any further: a value nested a hundred thousand times would exhaust the stack of whoever does.
    if (errors.length > 0) return undefined;
    const parsed = shape.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      errors.push({
        pointer: `${prefix}${pointerOf(issue.path)}`,
        detail: sentence(issue),
      });
    }
    return undefined;
  };
  const parsed = {
    params: part(op.params, params ?? {}, "/params"),
    query: part(op.query, query ?? {}, "/query"),
    body: part(op.body, body ?? {}, ""),
  };
  if (errors.length > 0)
    throw new Problem(
      422,
      "invalid-input",
      `填写的内容有 ${errors.length} 处需要更正：${firstDetail(errors)}。`,
      errors,
    );
  return parsed;
}

const DEEPEST = 64;

/**
 * Text that PostgreSQL keeps as it came: without U+0000, and well-formed, since half of a surrogate pair would be stored as
 * another character than the one that was signed. Nothing an operation takes is nested deeper than `DEEPEST`.
 */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\u0000");
  if (value === null || typeof value !== "object") return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((inner) => isStorable(inner, depth + 1));
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner, depth + 1));
}

type Issue = z.core.$ZodIssue;

/** A path into a value as a JSON pointer (RFC 6901); `/` for the value itself. */
export const pointerOf = (path: Issue["path"]): string =>
  `/${path.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;

/** Unit of a limit: characters of a text, entries of a list; a number has none. */
const unitOf = (origin: string): string | undefined => ({ string: "个字", array: "项", set: "项" })[origin];

function least(origin: string, limit: number | bigint): string {
  const unit = unitOf(origin);
  if (unit === undefined) return `不能小于 ${String(limit)}`;
  return unit === "个字" && limit <= 1 ? "此项必填" : `至少 ${String(limit)} ${unit}`;
}

function most(origin: string, limit: number | bigint): string {
  const unit = unitOf(origin);
  return unit === undefined ? `不能大于 ${String(limit)}` : `不能超过 ${String(limit)} ${unit}`;
}

/** Validation message of a value, in Chinese. */
export function sentence(issue: Issue): string {
  const own = /[\u4e00-\u9fff]/.test(issue.message);
  if (own) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "此项必填" : "类型不正确";
    case "too_small":
      return least(issue.origin, issue.minimum);
    case "too_big":
      return most(issue.origin, issue.maximum);
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "unrecognized_keys":
      return `含有未知的项：${issue.keys.join("、")}`;
    default:
      return "格式不正确";
  }
}

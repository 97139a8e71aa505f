import { z } from "zod";
import type { Role } from "../kernel/actor.ts";
import type { AnyOperation } from "../kernel/operation.ts";
import { orderOf } from "../kernel/sorting.ts";

/** Somebody who reads: an account of a role, or anybody. */
export interface Reader {
  role: Role | "anonymous";
  get(address: string): Promise<{ status: number; body: unknown }>;
}

/** An address that was read and answered. */
export interface Read {
  /** Path of its operation. */
  path: string;
  role: Reader["role"];
  address: string;
  /** The order or filter that is asked for, without values that differ from county to county. */
  variant: string;
  kind: "page" | "list" | "export";
}

type Found = Map<string, string[]>;
type Fields = Record<string, unknown>;

/** Nouns of ids whose field's name isn't the noun without its s. */
const NOUN: Record<string, string> = {
  classId: "classes",
  batchId: "payment-batches",
  returnId: "period-returns",
  personId: "people",
  source: "sources",
};
const CANDIDATES = 6;

const nounOf = (field: string): string => NOUN[field] ?? `${field.replace(/Id$/u, "")}s`;

/** Remembers the ids of an answer by their noun: those of a list's rows by its path, others by their field. */
function harvest(found: Found, value: unknown, noun: string): void {
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 60)) harvest(found, each, noun);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner !== "string") {
      harvest(found, inner, Array.isArray(inner) && field !== "rows" ? field : noun);
      continue;
    }
    const of = field === "id" ? noun : /^\w+Id$/u.test(field) ? nounOf(field) : null;
    if (of === null) continue;
    const known = found.get(of) ?? [];
    if (!known.includes(inner)) found.set(of, [...known, inner]);
  }
}

const lastNoun = (path: string): string => path.split("/").findLast((part) => !part.startsWith(":")) ?? "";

/** Values that the parameters of a path may take, together: the later ones are tried with the first. */
function fillings(path: string, found: Found): string[] {
  const parts = path.split("/");
  const at = parts.flatMap((part, n) => (part.startsWith(":") ? [n] : []));
  const choices = at.map((n) => {
    const name = (parts[n] as string).slice(1);
    const noun = name === "id" ? (parts[n - 1] as string) : nounOf(name);
    return found.get(noun) ?? [];
  });
  if (choices.some((ids) => ids.length === 0)) return [];
  return Array.from({ length: CANDIDATES }, (_, k) =>
    parts
      .map((part, n) => (at.includes(n) ? (choices[at.indexOf(n)]?.at(k) ?? choices[at.indexOf(n)]?.[0]) : part))
      .join("/"),
  ).filter((each, n, all) => all.indexOf(each) === n);
}

const inner = (shape: unknown): unknown =>
  shape instanceof z.ZodOptional || shape instanceof z.ZodDefault || shape instanceof z.ZodNullable
    ? inner(shape.unwrap())
    : shape instanceof z.ZodPipe
      ? inner(shape.in)
      : shape;

const SEARCHED = ["name", "personName", "payeeName", "title", "className", "number", "serial"];

/** The queries of a list: each order, each value of its choices, and each filter with a value that a row has. */
function queriesOf(op: AnyOperation, row: Fields | undefined): string[] {
  const { query } = op;
  if (!(query instanceof z.ZodObject)) return [];
  const orders = orderOf(query)?.columns.flatMap((column) => [`sort=${column}`, `sort=-${column}`]) ?? [];
  const filters = Object.entries(query.shape).flatMap(([name, shape]) => {
    if (["sort", "cursor", "limit"].includes(name)) return [];
    const kind = inner(shape);
    if (kind instanceof z.ZodEnum) return kind.options.map((value) => `${name}=${value}`);
    const own = [row?.[name], row?.[`${name}Id`]].find(
      (value) => typeof value === "string" || typeof value === "number",
    );
    if (own !== undefined) return [`${name}=${encodeURIComponent(String(own))}`];
    if (name === "q")
      return SEARCHED.flatMap((field) => {
        const value = row?.[field];
        return typeof value === "string" && value !== "" ? [`q=${encodeURIComponent(value)}`] : [];
      });
    return [];
  });
  return [...orders, ...filters];
}

/** The query with what differs from county to county left out. */
const variantOf = (query: string): string => query.replaceAll(/(?<==)[^&]*(%|\d{4}|[\da-f]{8}-)[^&]*/gu, "…");

/** Rows of a list's answer, wherever the page stands in it. */
function rowsIn(body: unknown): Fields[] {
  if (typeof body !== "object" || body === null) return [];
  const { rows } = body as { rows?: unknown };
  if (Array.isArray(rows)) return rows as Fields[];
  return Object.values(body).flatMap((value) =>
    typeof value === "object" && value !== null && "rows" in value ? rowsIn(value) : [],
  );
}

/**
 * Reads every GET of the platform as each role that may: its page, and of lists each order and filter as the first role. Ids are those
 * that earlier answers named, so that whoever reads is covered. `given` names ids by their noun that no answer tells, and `asks` the
 * query that an operation requires and further ones. Returns what answered, and the operations that nobody could be asked.
 */
export async function everyRead(
  operations: Iterable<AnyOperation>,
  readers: readonly Reader[],
  { given = {}, asks = {} }: { given?: Record<string, string[]>; asks?: Record<string, string[]> } = {},
): Promise<{ reads: Read[]; unread: string[] }> {
  const gets = [...operations].filter((op) => op.method === "GET");
  const found = new Map(readers.map((reader) => [reader, new Map(Object.entries(given)) as Found]));
  const reads: Read[] = [];
  const answered = new Set<string>();
  const varied = new Set<string>();
  for (let before = -1; before < answered.size;) {
    before = answered.size;
    for (const op of gets)
      for (const reader of readers) {
        if (answered.has(`${reader.role} ${op.path}`) || !mayRead(op, reader)) continue;
        const kind = op.path.endsWith("/export") ? "export" : orderOf(op.query) === undefined ? "page" : "list";
        // A whole list costs the same whoever takes it.
        if (kind === "export" && reads.some((read) => read.path === op.path)) continue;
        const own = found.get(reader) as Found;
        for (const path of op.path.includes("/:") ? fillings(op.path, own) : [op.path]) {
          const [query, ...more] = asks[op.path] ?? [""];
          const address = path + (query ? `?${query}` : "");
          // oxlint-disable-next-line no-await-in-loop -- one at a time, so that each costs its own
          const answer = await reader.get(address);
          if (answer.status !== 200) continue;
          answered.add(`${reader.role} ${op.path}`);
          const read = { path: op.path, role: reader.role, kind } as const;
          reads.push({ ...read, address, variant: variantOf(query ?? "") });
          harvest(own, answer.body, lastNoun(op.path));
          if (kind !== "export" && !varied.has(op.path)) {
            const rows = rowsIn(answer.body);
            if (rows.length > 0 || more.length > 0) varied.add(op.path);
            const queries = [
              ...more,
              ...queriesOf(op, rows[Math.floor(rows.length / 2)]).map((each) => (query ? `${query}&${each}` : each)),
            ];
            for (const each of queries) reads.push({ ...read, address: `${path}?${each}`, variant: variantOf(each) });
          }
          break;
        }
      }
  }
  const unread = gets.map((op) => op.path).filter((path) => !reads.some((read) => read.path === path));
  return { reads, unread };
}

const mayRead = (op: AnyOperation, { role }: Reader): boolean =>
  "public" in op.permission ? role === "anonymous" : role !== "anonymous" && op.permission.roles.includes(role);

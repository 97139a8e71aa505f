import type { CompiledQuery, RawBuilder } from "kysely";
import { z } from "zod";
import { sql, type Database } from "./database.ts";
import { cursorOf } from "./list-cursor.ts";
import { decodeCursor, encodeCursor, PageQuery, staleCursor } from "./shapes.ts";

const TYPES = {
  text: /^/,
  bigint: /^-?\d{1,19}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^(-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d){0,2})$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
};

/** Sort expression (never null) and its type. */
export interface SortKey {
  by: RawBuilder<unknown>;
  type: keyof typeof TYPES;
}

const key =
  (type: SortKey["type"], lowest: string, highest: string) =>
  (expression: string, nothing?: "first" | "last"): SortKey => ({
    by: sql.raw(
      nothing === undefined
        ? expression
        : `coalesce(${expression}, ${nothing === "first" ? lowest : highest}::${type})`,
    ),
    type,
  });

/** Keys by type; the second argument says where rows without a value go in ascending order. */
export const byText = key("text", "''", "'\u{10ffff}'");
/** Names and other Chinese words, by pronunciation. */
export const byName = (...text: Parameters<typeof byText>): SortKey => ({
  ...byText(...text),
  by: sql`(${byText(...text).by}) collate chinese_names`,
});
export const byNumber = key("bigint", "-1", "9007199254740991");
export const byDate = key("date", "'0001-01-01'", "'9999-12-31'");
export const byTime = key("timestamptz", "'-infinity'", "'infinity'");
export const byId = key("uuid", "", "");

/** A column's name for ascending order, with a minus for descending. */
export type Sort<Name extends string> = Name | `-${Name}`;

/** Requested page: order, start and length. */
export interface PageRequest<Name extends string> {
  sort: Sort<Name>;
  cursor?: string | undefined;
  limit: number;
}

/** Sort orders of a list. */
export interface Order {
  columns: readonly string[];
  /** Table and alias that must have an index for every order, because it has too many rows to sort. */
  large: string | undefined;
  orderBy(sort: string): RawBuilder<unknown>;
}

const known = new WeakMap<object, Order>();
/** The query's sort parameter, so that tests can walk every order of every list. */
export const orderOf = (query: z.ZodType): Order | undefined =>
  query instanceof z.ZodObject ? known.get(query.shape.sort as object) : undefined;

/**
 * Declares the columns that a list can be sorted by, named like the row's fields, so that a page can put the sort on the column it
 * shows. `unique` ends every order, so that no two rows tie and a page can begin after any row.
 */
export function sortable<const Name extends string>(declared: {
  columns: Readonly<Record<Name, SortKey | readonly SortKey[]>>;
  unique: SortKey;
  usual: NoInfer<Sort<Name>>;
  large?: string;
}) {
  const names = Object.keys(declared.columns) as Name[];
  const keysOf = (sort: string): SortKey[] => [
    ...[declared.columns[sort.replace(/^-/, "") as Name]].flat(),
    declared.unique,
  ];
  const orderBy = (sort: string): RawBuilder<unknown> => {
    const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
    return sql.join(keysOf(sort).map(({ by }) => sql`${by} ${direction}`));
  };
  const choice = z
    .enum(names.flatMap((name): Sort<Name>[] => [name, `-${name}`]))
    .default(declared.usual as never)
    .describe("排序的列；前面加减号为降序");
  known.set(choice, { columns: names, large: declared.large, orderBy });
  const shape = { sort: choice };

  return {
    /** Sort parameter of the query, for a list and its export. */
    shape,
    /** The query of a page in an order. */
    query: PageQuery.extend(shape),
    usual: declared.usual,
    /** SQL parts that read one page of `request`, and the function that makes the page from its rows. */
    page(request: PageRequest<Name>) {
      const keys = keysOf(request.sort);
      const after = decodeCursor(request.cursor, keys.length + 1)?.map(String);
      if (after && (after[0] !== request.sort || keys.some(({ type }, n) => !TYPES[type].test(after[n + 1] ?? ""))))
        throw staleCursor();
      const beyond = request.sort.startsWith("-") ? sql`<` : sql`>`;
      return {
        /** Selects each row's cursor. */
        place: sql<string[]>`array[${sql.join(keys.map(({ by }) => sql`(${by})::text`))}]`.as("place"),
        /** Keeps rows after the cursor. */
        beyond: after
          ? sql<boolean>`(${sql.join(keys.map(({ by }) => by))}) ${beyond} (${sql.join(
              keys.map(({ type }, n) => sql`${after[n + 1]}::${sql.raw(type)}`),
            )})`
          : sql<boolean>`true`,
        order: orderBy(request.sort),
        /** One row more than requested tells whether there is a next page. */
        limit: request.limit + 1,
        /** Reads the page by its statement: with it alone, or with the cursor of the export that reads the list whole. */
        async read<Row extends { place: string[] }>(
          db: Database,
          statement: Statement<Row>,
        ): Promise<{ rows: Omit<Row, "place">[]; nextCursor: string | null }> {
          const compiled = statement.compile(db);
          const { found, more } = (await cursorOf(db)?.next(compiled)) ?? (await alone(db, compiled, request.limit));
          const last = found.at(-1);
          return {
            rows: found.map(({ place: _place, ...row }) => row),
            nextCursor: more && last ? encodeCursor([request.sort, ...last.place]) : null,
          };
        },
      };
    },
  };
}

/** A statement, written in SQL or built. */
export interface Statement<Row> {
  compile(db: Database): CompiledQuery<Row>;
}

async function alone<Row>(
  db: Database,
  statement: CompiledQuery<Row>,
  limit: number,
): Promise<{ found: Row[]; more: boolean }> {
  const { rows } = await db.executeQuery(statement);
  return { found: rows.slice(0, limit), more: rows.length > limit };
}

/** A row of a sorted statement with its cursor. */
export type Placed<Row> = Row & { place: string[] };

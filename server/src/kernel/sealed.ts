import { type Database, sql, type Tables } from "./database.ts";

/** A sealed column, without its `_sealed`. A value is bound to table, column and row. */
export type SealedColumn = {
  [T in keyof Tables]: keyof Tables[T] extends infer C
    ? C extends `${infer Name}_sealed`
      ? { table: T; column: Name }
      : never
    : never;
}[keyof Tables];

/** A sealed column in the database, with the type of its row's id. */
export interface SealedPlace {
  table: string;
  column: string;
  id: string;
}

/**
 * Sealed columns that modules declare, matched with the database. Throws if they differ: an undeclared column would keep an old
 * key, and a missing one would break a rotation half-way.
 */
export async function sealedPlaces(db: Database, declared: readonly SealedColumn[]): Promise<SealedPlace[]> {
  const found = await sql<SealedPlace>`
    select c.table_name as "table", regexp_replace(c.column_name, '_sealed$', '') as "column", i.udt_name as id
    from information_schema.columns c
    join information_schema.columns i on i.table_schema = c.table_schema and i.table_name = c.table_name and i.column_name = 'id'
    where c.table_schema = 'public' and c.udt_name = 'bytea' and c.column_name like '%\\_sealed' order by 1, 2`.execute(
    db,
  );
  const inDatabase = new Set(found.rows.map(name));
  const inModules = new Set(declared.map(name));
  const wrong = [
    ...[...inModules]
      .filter((each) => !inDatabase.has(each))
      .map((each) => `${each}: declared as sealed, but no such column`),
    ...[...inDatabase]
      .filter((each) => !inModules.has(each))
      .map((each) => `${each}: in the database, but no module declares it`),
  ];
  if (wrong.length > 0) throw new Error(`sealed columns:\n  ${wrong.join("\n  ")}`);
  return found.rows;
}

const name = (one: { table: string; column: string }): string => `${one.table}.${one.column}_sealed`;

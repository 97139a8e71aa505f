import type pg from "pg";
import type { TestApp } from "./app.ts";

/** The database's work for an act: statements sent, and rows that they read. */
export interface DatabaseWork {
  statements: number;
  rows: number;
}

/** Counts the work of the platform's connections. Call before the first statement, so that every connection is counted. */
export function workCounter(app: TestApp): (act: () => Promise<unknown>) => Promise<DatabaseWork> {
  const clients = new Set<pg.PoolClient>();
  let statements = 0;
  app.services.pool.on("acquire", (client) => {
    if (clients.has(client)) return;
    clients.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      statements += 1;
      return query(...given);
    }) as typeof client.query;
  });
  const rowsRead = async (): Promise<number> => {
    // Each connection keeps its own count for a while.
    for (const client of clients) await client.query("select pg_stat_force_next_flush()");
    for (const client of clients) await client.query("select pg_stat_clear_snapshot()");
    const { rows } = await app.services.pool.query<{ n: number }>(
      "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as n from pg_stat_user_tables",
    );
    return rows[0]?.n ?? 0;
  };
  return async (act) => {
    const before = { rows: await rowsRead(), statements };
    await act();
    const done = statements - before.statements;
    return { statements: done, rows: (await rowsRead()) - before.rows };
  };
}

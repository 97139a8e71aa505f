/** Whether a database is empty, so that a restore mixes with nothing. */
import type { ClientBase } from "pg";
import { readMigrations } from "../kernel/migrate.ts";
import { listTables } from "./contents.ts";

/** Tables that the migrations fill, e.g. with the states of a class. */
async function filledByMigrations(): Promise<Set<string>> {
  const migrations = await readMigrations();
  const named = migrations.flatMap(({ sql }) => [...sql.matchAll(/\binsert\s+into\s+([a-z_]+)/gi)]);
  return new Set(named.map((match) => `public.${match[1]}`));
}

/** Refuses a database that holds facts. Migrated only counts as empty, whatever its queue's bookkeeping holds. */
export async function requireEmpty(client: ClientBase): Promise<void> {
  const seeded = await filledByMigrations();
  const occupied: string[] = [];
  for (const { name } of await listTables(client)) {
    if (seeded.has(name) || name.startsWith("graphile_worker.")) continue;
    const { rows } = await client.query(`SELECT FROM ${name} LIMIT 1`);
    if (rows.length > 0) occupied.push(name.replace("public.", ""));
  }
  if (occupied.length > 0) {
    throw new Error(`目标数据库不是空的（${occupied.slice(0, 5).join("、")} 等表已有数据），恢复只能进入空库`);
  }
}

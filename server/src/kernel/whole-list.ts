import type { Context } from "./context.ts";
import { sql, type Database } from "./database.ts";
import { readsWhole } from "./list-cursor.ts";
import { Problem } from "./problem.ts";
import { Turns } from "./turns.ts";

/** Lists read whole at once: each holds a connection, and requests need theirs. */
const AT_ONCE = 4;
const PATIENCE_MS = 20_000;
/** Whoever takes no rows for so long has gone away without a word. */
const IDLE = "60s";

const turns = new Turns(AT_ONCE);

/** Page that a whole list is asked for: it has no end. */
export interface WholePage {
  cursor: string | undefined;
  limit: number;
}

/**
 * All rows of a paged list as they were at one moment, a thousand at a time, through one cursor of the database. `load` reads a page
 * in the context given. The transaction ends with the last row, or when the rows are no longer wanted. `from` is where it is read.
 */
export async function* wholeList<R>(
  context: Context,
  load: (inside: Context, page: WholePage) => Promise<{ rows: R[]; nextCursor: string | null }>,
  from: Database = context.services.database,
): AsyncGenerator<R> {
  if (!(await turns.begin(PATIENCE_MS)))
    throw new Problem(503, "exports-busy", "正在导出的人较多，请过一两分钟再导出。");
  try {
    const snapshot = await from
      .startTransaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute();
    try {
      yield* everyRow(context.within(snapshot), load);
    } finally {
      // A connection that is lost can't be asked to end its transaction, and has ended it.
      await snapshot
        .rollback()
        .execute()
        .catch(() => {});
    }
  } finally {
    turns.end();
  }
}

async function* everyRow<R>(inside: Context, load: Parameters<typeof wholeList<R>>[1]): AsyncGenerator<R> {
  await prepare(inside.db);
  for (let cursor: string | undefined; ;) {
    const page = await load(inside, { cursor, limit: Number.MAX_SAFE_INTEGER - 1 });
    yield* page.rows;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

/** Planned for all rows instead of the first ones. */
async function prepare(db: Database): Promise<void> {
  await sql`select set_config('cursor_tuple_fraction', '1', true), set_config('idle_in_transaction_session_timeout', ${IDLE}, true)`.execute(
    db,
  );
  readsWhole(db);
}

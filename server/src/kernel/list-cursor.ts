import { CompiledQuery } from "kysely";
import { sql, type Database } from "./database.ts";

/** Rows fetched at once: an export holds no more of its list than these. */
const FETCHED = 1_000;

/**
 * The one cursor of a transaction that reads a list whole. A list read page by page is sorted again for each page where no index
 * has its order; a cursor sorts it once.
 */
export class ListCursor {
  #db: Database;
  #open = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The next rows. The statement of the first call opens the cursor; those of later pages only say the same with a later start. */
  async next<Row>(statement: CompiledQuery<Row>): Promise<{ found: Row[]; more: boolean }> {
    if (!this.#open)
      await this.#db.executeQuery(
        CompiledQuery.raw(`declare list no scroll cursor for ${statement.sql}`, [...statement.parameters]),
      );
    this.#open = true;
    const { rows } = await sql<Row>`fetch ${sql.lit(FETCHED)} from list`.execute(this.#db);
    return { found: rows, more: rows.length === FETCHED };
  }
}

const cursors = new WeakMap<Database, ListCursor>();

/** The cursor of a transaction in which a list is read whole; undefined in every other. */
export const cursorOf = (db: Database): ListCursor | undefined => cursors.get(db);

/** Makes `page.read` of this transaction go on with one cursor instead of a statement for each page. */
export function readsWhole(db: Database): void {
  cursors.set(db, new ListCursor(db));
}

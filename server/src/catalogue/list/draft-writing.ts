import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { forbidden } from "../../kernel/problem.ts";
import type { ListRow, WrittenList } from "./lists.ts";
import { rowsOf, versionsOf } from "./versions.ts";

/** County of the bureau's officer: a town's officer doesn't edit the county's lists. */
export function countyOf(context: Context): string {
  if (context.actor.region.length !== 6)
    throw forbidden("目录由县（市）人社部门编制，请由县级账号办理。", "county-only");
  return context.actor.region;
}

/** Creates a draft as a copy of the newest version unless there is one, and locks it until the transaction ends. */
export async function beginDraft(context: Context, list: WrittenList, region: string): Promise<void> {
  const begun = await context.db
    .insertInto("catalogue_draft")
    .values({ region, list, begun_by: context.actor.accountId, begun_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("list")
    .executeTakeFirst();
  if (!begun) {
    await sql`select list from catalogue_draft where region = ${region} and list = ${list} for update`.execute(
      context.db,
    );
    return;
  }
  const [newest] = await versionsOf(context.db, list, region);
  if (newest) await putRows(context, list, region, await rowsOf(context.db, list, newest.id));
}

/** Puts rows into the draft; a row with a known key replaces it. */
export async function putRows(
  context: Context,
  list: WrittenList,
  region: string,
  rows: readonly ListRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await context.db
    .insertInto("catalogue_draft_row")
    .values(
      rows.map((row) => ({
        region,
        list,
        key: row.key,
        data: json(row.data),
        changed_by: context.actor.accountId,
        changed_at: context.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["region", "list", "key"]).doUpdateSet((build) => ({
        data: build.ref("excluded.data"),
        changed_by: build.ref("excluded.changed_by"),
        changed_at: build.ref("excluded.changed_at"),
      })),
    )
    .execute();
}

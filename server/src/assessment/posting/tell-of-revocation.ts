import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Events } from "../../kernel/events.ts";
import { standings } from "./posting-standing.ts";

/** On `certificate-revoked`: who stands on a post by this licence is red from today, and their employers are told at once. */
export async function tellOfRevocation(
  context: Context,
  { certificateId }: Events["certificate-revoked"],
): Promise<void> {
  const day = context.today;
  const found = await standings(
    day,
    sql`(g.to_on is null or g.to_on >= ${day}::date) and g.person_id in (select person_id from work_licence where certificate_id = ${certificateId})
      and t.item in (select item from work_licence where certificate_id = ${certificateId})`,
  ).execute(context.db);
  for (const row of found.rows)
    if (row.colour === "red")
      await notifyOrganisation(context, row.organisation_id, {
        template: "posting-digest",
        text: `${row.person_name}的上岗证件（${row.item_name ?? ""}）已被撤销，自 ${day} 起不得在“${row.post_name}”岗位作业，请立即安排离岗。`,
      });
}

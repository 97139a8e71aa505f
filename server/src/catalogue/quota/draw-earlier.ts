import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { placeLabel, type QuotaRow } from "./quota-place.ts";

/**
 * Classes approved before their plan had a quota draw on it as it is released, so that drawn is always what classes hold. Refuses places that
 * would not cover them.
 */
export async function drawEarlier(context: Context, quotaId: string): Promise<void> {
  const found = await sql<
    QuotaRow & { project_id: string; year: number; organisation_id: string | null; project: string }
  >`select q.id, q.scope, q.town, q.organisation_id, o.name as organisation_name, q.places, q.overdraw, q.drawn, q.project_id, q.year,
      p.name as project
    from plan_quota q join training_project p on p.id = q.project_id left join organisation o on o.id = q.organisation_id
    where q.id = ${quotaId} for update of q`.execute(context.db);
  const [quota] = found.rows;
  if (!quota) return;
  const held = await (context.services.house.offers.classesOfPlan?.(context, quota.project_id, quota.year) ?? []);
  const own = held.filter(
    (each) => quota.scope === "plan" || each.town === quota.town || each.organisationId === quota.organisation_id,
  );
  const used = own.reduce((total, { places }) => total + places, 0);
  if (used > quota.places + quota.overdraw)
    throw conflict(
      "quota-below-use",
      `“${quota.project}”${quota.year} 年${placeLabel(quota)}已批准的班用了 ${used} 个名额，只下达 ${quota.places} 个不够。请退回，改为不少于 ${used} 个。`,
      { used },
    );
  for (const { classId, places } of own)
    await context.db
      .insertInto("plan_quota_draw")
      .values({ quota_id: quotaId, class_id: classId, places, changed_at: context.now })
      .onConflict((on) => on.doNothing())
      .execute();
}

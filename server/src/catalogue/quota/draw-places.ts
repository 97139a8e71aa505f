import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { placeLabel, type QuotaRow } from "./quota-place.ts";

/** A quota limits once something of it was released; a proposal limits nothing. */
export const released = sql<boolean>`exists (select from plan_quota_change x
  where x.state = 'released' and (x.quota_id = q.id or x.to_quota_id = q.id))`;

interface Draw {
  classId: string;
  projectId: string;
  /** Year of the first day. */
  year: number;
  town: string;
  organisationId: string;
  places: number;
}

/**
 * An approved class takes its places from every quota that concerns it: the plan's, its town's, its institution's (五.1). Refuses where one has not enough left,
 * and names it. A plan without quotas in that year has no limit.
 */
export async function drawPlaces(context: Context, draw: Draw): Promise<void> {
  // Locked in one order, so that two approvals wait for each other instead of failing both.
  const found = await sql<QuotaRow & { project: string }>`
    select q.id, q.scope, q.town, o.name as organisation_name, q.places, q.overdraw, q.drawn, p.name as project
    from plan_quota q join training_project p on p.id = q.project_id left join organisation o on o.id = q.organisation_id
    where q.project_id = ${draw.projectId} and q.year = ${draw.year} and ${released} and (q.scope = 'plan' or q.town = ${draw.town}
      or q.organisation_id = ${draw.organisationId}) order by q.id for update of q`.execute(context.db);
  for (const quota of found.rows) {
    const left = quota.places + quota.overdraw - quota.drawn;
    if (left < draw.places)
      throw conflict(
        "quota-full",
        `“${quota.project}”${draw.year} 年${placeLabel(quota)}的名额还剩 ${left} 个，本班要 ${draw.places} 个。请退回改小人数，或由主管部门增加名额、允许超额。`,
        { scope: quota.scope, left },
      );
  }
  for (const quota of found.rows) await hold(context, quota.id, draw.classId, draw.places);
  await warnOwner(context, draw.projectId, found.rows, draw.places);
}

/** A class holds so many places from now on: its learners once begun, none once cancelled. */
export async function holdPlaces(context: Context, classId: string, places: number): Promise<void> {
  const found = await sql<{ quota_id: string }>`
    select quota_id from plan_quota_draw where class_id = ${classId} order by quota_id`.execute(context.db);
  for (const { quota_id } of found.rows) await hold(context, quota_id, classId, places);
}

/** One more learner joins a class that has begun. */
export const holdOneMore = (context: Context, classId: string) =>
  sql`update plan_quota_draw set places = places + 1, changed_at = ${context.now} where class_id = ${classId}`.execute(
    context.db,
  );

const hold = (context: Context, quotaId: string, classId: string, places: number) =>
  context.db
    .insertInto("plan_quota_draw")
    .values({ quota_id: quotaId, class_id: classId, places, changed_at: context.now })
    .onConflict((on) => on.columns(["quota_id", "class_id"]).doUpdateSet({ places, changed_at: context.now }))
    .execute();

/** Notifies whoever runs the plan as a place passes the share at which it is to be warned. */
async function warnOwner(
  context: Context,
  projectId: string,
  quotas: readonly QuotaRow[],
  places: number,
): Promise<void> {
  const project = await context.db
    .selectFrom("training_project")
    .select(["name", "owner_id", "region", "warn_percent"])
    .where("id", "=", projectId)
    .executeTakeFirstOrThrow();
  for (const quota of quotas) {
    const limit = quota.places * project.warn_percent;
    if (quota.drawn * 100 >= limit || (quota.drawn + places) * 100 < limit) continue;
    const said = {
      template: "plan-quota-low" as const,
      text: `“${project.name}”${placeLabel(quota)}的 ${quota.places} 个名额已用 ${quota.drawn + places} 个，请考虑调剂或增加。`,
    };
    if (project.owner_id === null) await notifyOffice(context, "reviewer", project.region, said);
    else await notifyOrganisation(context, project.owner_id, said);
  }
}

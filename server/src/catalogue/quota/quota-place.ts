import { regionName } from "@jinengtong/county";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";

/** Part of a plan that has places of its own: the whole, a town, or an institution. */
export const QuotaPlace = z.discriminatedUnion("scope", [
  z.strictObject({ scope: z.literal("plan") }),
  z.strictObject({ scope: z.literal("town"), town: z.string().regex(/^\d{9}$/, "请选择镇（街道）") }),
  z.strictObject({ scope: z.literal("organisation"), organisationId: Id }),
]);
export type QuotaPlace = z.output<typeof QuotaPlace>;

export interface QuotaRow {
  id: string;
  scope: "plan" | "town" | "organisation";
  town: string | null;
  organisation_name: string | null;
  places: number;
  overdraw: number;
  drawn: number;
}

/** Name of a quota's place on screen: 全计划, the town, the institution. */
export const placeLabel = (row: Pick<QuotaRow, "scope" | "town" | "organisation_name">): string =>
  row.scope === "plan" ? "全计划" : row.scope === "town" ? regionName(row.town ?? "") : (row.organisation_name ?? "");

/** The quota of a place, made with no places if there is none yet. Refuses a place outside the plan's county. */
export async function quotaAt(
  context: Context,
  project: { id: string; region: string },
  year: number,
  place: QuotaPlace,
): Promise<string> {
  const town = place.scope === "town" ? place.town : null;
  const organisationId = place.scope === "organisation" ? place.organisationId : null;
  if (town !== null && (!town.startsWith(project.region) || regionName(town) === town))
    throw unacceptable("quota-town", "这个镇（街道）不在计划所属的县，请重新选择。", [
      { pointer: "/place/town", detail: "不在本县" },
    ]);
  if (organisationId !== null) await mustTrain(context, organisationId);
  await sql`
    insert into plan_quota (project_id, year, scope, town, organisation_id)
    values (${project.id}, ${year}, ${place.scope}, ${town}, ${organisationId}) on conflict do nothing`.execute(
    context.db,
  );
  const found = await sql<{ id: string }>`
    select id from plan_quota where project_id = ${project.id} and year = ${year} and scope = ${place.scope}
      and town is not distinct from ${town} and organisation_id is not distinct from ${organisationId}::uuid`.execute(
    context.db,
  );
  return (found.rows[0] as { id: string }).id;
}

async function mustTrain(context: Context, organisationId: string): Promise<void> {
  const found = await context.db
    .selectFrom("admission")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("activity", "=", "training")
    .where("state", "in", ["admitted", "suspended"])
    .limit(1)
    .executeTakeFirst();
  if (!found)
    throw unacceptable("quota-organisation", "这个单位没有培训准入，不能给它名额。请选择已准入的培训机构。", [
      { pointer: "/place/organisationId", detail: "没有培训准入" },
    ]);
}

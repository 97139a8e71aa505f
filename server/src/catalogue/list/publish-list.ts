import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Id, Text } from "../../kernel/shapes.ts";
import { currentRows } from "./current-rows.ts";
import { Difference, differencesBetween } from "./differences.ts";
import { countyOf } from "./draft-writing.ts";
import { ByList, LISTS, type List, type ListRow } from "./lists.ts";
import { digestOf, rowsOf, versionsOf } from "./versions.ts";

/**
 * Publishes a list as its next version, in force from the given day; the previous version ends there, and neither ever changes
 * again.
 */
export const publishList = operation({
  method: "POST",
  path: "/api/v1/catalogue/:list/versions",
  summary: "发布目录",
  permission: { roles: ["reviewer"] },
  params: ByList,
  body: z.strictObject({ effectiveFrom: CivilDate, note: Text(500, 0).default("") }),
  output: z.object({ id: Id, version: z.number().int(), digest: z.string(), differences: z.array(Difference) }),
  async run(context, { params: { list }, body }) {
    const region = countyOf(context);
    // Concurrent publications are serialised; the second finds nothing left to publish.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue:${region}:${list}`}, 0))`.execute(context.db);
    const rows = await currentRows(context.db, list, region, context.today);
    if (rows.length === 0) throw unacceptable("list-empty", `${LISTS[list]}还没有内容，请先填写或导入。`);
    const [newest] = await versionsOf(context.db, list, region);
    const differences = differencesBetween(newest ? await rowsOf(context.db, list, newest.id) : [], rows);
    if (newest && differences.length === 0)
      throw conflict("nothing-changed", `与第 ${newest.version} 版没有差别，无需发布。`);
    // The first version may reach back to the start of the programme; a later one must not change the past.
    if (newest && (body.effectiveFrom < context.today || body.effectiveFrom <= newest.effectiveFrom))
      throw unacceptable(
        "effective-too-early",
        `生效日期须不早于今天，且晚于第 ${newest.version} 版的生效日期 ${newest.effectiveFrom}。`,
        [{ pointer: "/effectiveFrom", detail: "日期过早" }],
      );
    if (newest)
      await context.db
        .updateTable("catalogue_version")
        .set({ effective_to: body.effectiveFrom })
        .where("id", "=", newest.id)
        .execute();
    const version = await context.db
      .insertInto("catalogue_version")
      .values({
        list,
        region,
        version: (newest?.version ?? 0) + 1,
        effective_from: body.effectiveFrom,
        note: body.note,
        digest: digestOf(list, region, body.effectiveFrom, rows),
        published_at: context.now,
        published_by: context.actor.accountId,
      })
      .returning(["id", "version", "digest"])
      .executeTakeFirstOrThrow();
    await keepRows(context, list, version.id, rows);
    if (list === "occupations" || list === "shortage")
      await context.db.deleteFrom("catalogue_draft").where("region", "=", region).where("list", "=", list).execute();
    if (newest) await context.emit("list-published", { versionId: version.id });
    context.audit({
      kind: "catalogue-version",
      id: version.id,
      region,
      detail: { list, version: version.version, digest: version.digest },
    });
    return { ...version, differences };
  },
});

async function keepRows(context: Context, list: List, versionId: string, rows: readonly ListRow[]): Promise<void> {
  const source = sql`json_to_recordset(${json(rows)}::json) as r (key text, data jsonb)`;
  if (list === "occupations")
    await sql`
      insert into training_standard (version_id, edition, occupation, occupation_name, level, training_fen, assessment_fen, required_hours)
      select ${versionId}, (data ->> 'edition')::int, data ->> 'occupation', data ->> 'occupationName', (data ->> 'level')::int,
             (data ->> 'trainingFen')::bigint, (data ->> 'assessmentFen')::bigint, (data ->> 'requiredHours')::int
      from ${source}`.execute(context.db);
  else if (list === "shortage")
    await sql`
      insert into shortage_occupation (version_id, occupation, occupation_name)
      select ${versionId}, data ->> 'occupation', data ->> 'occupationName' from ${source}`.execute(context.db);
  else
    await sql`insert into catalogue_row (version_id, key, data) select ${versionId}, key, data from ${source}`.execute(
      context.db,
    );
}

import { z } from "zod";
import { countyWide } from "../kernel/county-wide.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, Done, Id, Text } from "../kernel/shapes.ts";

/** Sets a least attendance for classes that begin on or after a day. A later rule replaces an earlier one from its day. */
export const setAttendanceRule = operation({
  method: "POST",
  path: "/api/v1/attendance-rules",
  summary: "设定最低出勤率",
  permission: { roles: ["reviewer"], over: countyWide },
  body: z.strictObject({
    effectiveFrom: CivilDate,
    minimumPercent: z.int().min(0).max(100).describe("出勤课时占课表课时的最低百分比；0 为不作要求"),
    source: Text(200, 2).describe("依据的文件"),
  }),
  output: Done,
  async run(context, { body }) {
    const row = await context.db
      .insertInto("attendance_rule")
      .values({
        region: context.actor.region,
        effective_from: body.effectiveFrom,
        minimum_percent: body.minimumPercent,
        source: body.source,
        set_by: context.actor.accountId,
        set_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "attendance-rule", id: row.id, detail: { minimumPercent: body.minimumPercent } });
    return row;
  },
});

export const listAttendanceRules = operation({
  method: "GET",
  path: "/api/v1/attendance-rules",
  summary: "最低出勤率的历次设定",
  permission: { roles: ["institution", "reviewer", "department", "auditor"] },
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        region: z.string(),
        effectiveFrom: CivilDate,
        minimumPercent: z.int(),
        source: z.string(),
      }),
    ),
  }),
  async run(context) {
    const rows = await context.db
      .selectFrom("attendance_rule")
      .select(["id", "region", "effective_from as effectiveFrom", "minimum_percent as minimumPercent", "source"])
      .where("region", "like", `${context.actor.region.slice(0, 6)}%`)
      .orderBy("effective_from", "desc")
      .limit(200)
      .execute();
    return { rows };
  },
});

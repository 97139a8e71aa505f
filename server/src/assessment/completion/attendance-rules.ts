import { county } from "@jinengtong/county";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Instant, Text } from "../../kernel/shapes.ts";
import { type AttendanceRule, ruleOfClass, ruleSentence } from "./attendance-rule.ts";

/**
 * An officer proposes a rule of attendance for classes that begin on or after a day; it holds once another officer agreed. A later rule
 * replaces an earlier one from its day, and reaches back to no class.
 */
export const proposeAttendanceRule = operation({
  method: "POST",
  path: "/api/v1/attendance-rules",
  summary: "录入最低出勤率（待另一人确认）",
  permission: { roles: ["reviewer"], over: countyWide },
  body: z
    .strictObject({
      effectiveFrom: CivilDate.describe("自这一天起开的班"),
      minimumPercent: z.int().min(0).max(100).describe("出勤课时占课表课时的最低百分比；0 为不作要求"),
      sufficient: z.boolean().default(false).describe("达到这一比例即可结业，不再要求全部课时"),
      source: Text(200, 2).describe("依据的文件"),
    })
    .refine((body) => !body.sufficient || body.minimumPercent > 0, {
      path: ["minimumPercent"],
      message: "达到即可结业的比例须大于 0",
    }),
  output: Done,
  async run(context, { body }) {
    if (body.effectiveFrom < context.today)
      throw unacceptable("effective-too-early", "出勤规定不溯及已开的班，生效日不能早于今天。", [
        { pointer: "/effectiveFrom", detail: "不能早于今天" },
      ]);
    const row = await context.db
      .insertInto("attendance_rule")
      .values({
        region: context.actor.region,
        effective_from: body.effectiveFrom,
        minimum_percent: body.minimumPercent,
        sufficient: body.sufficient,
        source: body.source,
        set_by: context.actor.accountId,
        set_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", county().region.code, {
      template: "attendance-rules-waiting",
      text: "有 {n} 项出勤规定已录入，等待另一位人员确认。",
    });
    context.audit({ kind: "attendance-rule", id: row.id, detail: { minimumPercent: body.minimumPercent } });
    return row;
  },
});

/** `GET /api/v1/attendance-rules`: the rules, newest day first, with those that wait for the second officer. */
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
        sufficient: z.boolean(),
        source: z.string(),
        setAt: Instant,
        state: z.enum(["proposed", "in-force", "withdrawn"]),
        mine: z.boolean().describe("本人录入，须由另一人确认"),
      }),
    ),
  }),
  async run(context) {
    const found = await sql<{
      id: string;
      region: string;
      effectiveFrom: CivilDay;
      minimumPercent: number;
      sufficient: boolean;
      source: string;
      set_at: Date;
      state: "proposed" | "in-force" | "withdrawn";
      mine: boolean;
    }>`
      select r.id, r.region, r.effective_from as "effectiveFrom", r.minimum_percent as "minimumPercent", r.sufficient, r.source, r.set_at,
        case d.agreed when true then 'in-force' when false then 'withdrawn' else 'proposed' end as state,
        r.set_by is not distinct from ${context.actor.accountId} as mine
      from attendance_rule r left join attendance_rule_decision d on d.rule_id = r.id
      where starts_with(r.region, ${context.actor.region.slice(0, 6)})
      order by r.effective_from desc, r.set_at desc limit 200`.execute(context.db);
    return { rows: found.rows.map(({ set_at, ...row }) => ({ ...row, setAt: set_at.toISOString() })) };
  },
});

/** `GET /api/v1/classes/:id/completion-rule`: what a learner of the class needs to sit its completion exam. Public, like the class. */
export const showCompletionRule = operation({
  method: "GET",
  path: "/api/v1/classes/:id/completion-rule",
  summary: "一个班的结业要求",
  permission: { public: true },
  params: ById,
  output: z.object({
    requiredHours: z.int(),
    minimumPercent: z.int(),
    sufficient: z.boolean(),
    sentence: z.string(),
  }),
  async run(context, { params }) {
    const found = await sql<{ required: number; rule: AttendanceRule | null }>`
      select c.required_hours as required, case when r.percent is null then null else json_build_object('percent', r.percent,
        'sufficient', r.sufficient, 'source', r.source, 'effectiveFrom', r.effective_from) end as rule
      from training_class c left join lateral ${ruleOfClass} r on true where c.id = ${params.id}`.execute(context.db);
    const [row] = found.rows;
    if (!row) throw notFound("培训班");
    return {
      requiredHours: row.required,
      minimumPercent: row.rule?.percent ?? 0,
      sufficient: row.rule?.sufficient ?? false,
      sentence: ruleSentence(row.required, row.rule),
    };
  },
});

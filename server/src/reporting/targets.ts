import { z } from "zod";
import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { notFound, unacceptable } from "../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Text } from "../kernel/shapes.ts";

/** What a programme promises (一.目标). Shares are fractions (0.28 is 28 %), money is in fen. */
export const TARGET_MEASURES = {
  "person-times": "补贴性培训人次",
  "skilled-share": "技能劳动者占就业人员比重",
  "high-skilled-share": "高技能人才占技能劳动者比重",
  apprentices: "新型学徒培养人数",
  "fund-fen": "资金使用",
} as const;
export const TargetMeasure = z.enum(Object.keys(TARGET_MEASURES) as [keyof typeof TARGET_MEASURES]);

const Value = z.number().positive("须大于零").describe("人次、人、比重（小数，28% 写 0.28），或分");

export const Target = z.object({
  id: Id,
  policyId: z.string(),
  measure: TargetMeasure,
  year: z.number().int().nullable().describe("空：整个政策期"),
  region: z.string(),
  departmentId: Id.nullable(),
  department: z.string().nullable(),
  value: z.number(),
  clause: z.string(),
});

export const STATISTICS_READERS = ["reviewer", "department", "finance", "auditor"] as const;

/** Targets of the asker's region. */
export async function targetsOf({ db, actor }: Context, policyId?: string): Promise<z.output<typeof Target>[]> {
  const found = await sql<z.output<typeof Target>>`
    select t.id, t.policy_id as "policyId", t.measure, t.year, t.region, t.department_id as "departmentId", o.name as department,
      t.value, t.clause
    from target t left join organisation o on o.id = t.department_id
    where starts_with(t.region, ${actor.region}) and (${policyId ?? null}::text is null or t.policy_id = ${policyId ?? null})
    order by t.policy_id, t.year nulls first, t.measure, t.region, o.name nulls first`.execute(db);
  return found.rows;
}

async function targetOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  return (
    (await context.db.selectFrom("target").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null
  );
}

/** All targets set for the region. */
export const listTargets = operation({
  method: "GET",
  path: "/api/v1/targets",
  summary: "目标任务",
  permission: { roles: STATISTICS_READERS },
  query: z.object({ policyId: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(Target) }),
  run: async (context, { query }) => ({ rows: await targetsOf(context, query.policyId) }),
});

/** Sets a target: of a programme or one of its years, for the region, a town of it, or a department. */
export const addTarget = operation({
  method: "POST",
  path: "/api/v1/targets",
  summary: "设定目标任务",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    policyId: Text(60),
    measure: TargetMeasure,
    year: z.number().int().min(2000).max(2100).nullable().default(null),
    region: z
      .string()
      .regex(/^\d{6}(\d{3})?$/, "请选择地区")
      .optional(),
    departmentId: Id.nullable().default(null),
    value: Value,
    clause: Text(40),
  }),
  output: Done,
  async run(context, { body }) {
    const region = body.region ?? context.actor.region;
    if (!context.services.policies.has(body.policyId)) throw notFound("这项政策");
    if (!region.startsWith(context.actor.region))
      throw unacceptable("outside-region", "只能为本辖区设定目标。", [{ pointer: "/region", detail: "不在本辖区" }]);
    if (body.measure.endsWith("share") && body.value > 1)
      throw unacceptable("share-above-one", "比重以小数填写，28% 请填 0.28。", [
        { pointer: "/value", detail: "不能超过 1" },
      ]);
    const { id } = await context.db
      .insertInto("target")
      .values({
        policy_id: body.policyId,
        measure: body.measure,
        year: body.year,
        region,
        department_id: body.departmentId,
        value: body.value,
        clause: body.clause,
        set_by: context.actor.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "target", id, region, detail: { measure: body.measure, value: body.value } });
    return { id };
  },
});

/** Changes how much a target asks for; the audit log keeps what it asked for before. */
export const changeTarget = operation({
  method: "PUT",
  path: "/api/v1/targets/:id",
  summary: "调整目标任务",
  permission: { roles: ["reviewer"], over: targetOwner },
  params: ById,
  body: z.strictObject({ value: Value, clause: Text(40) }),
  output: Done,
  async run(context, { params, body }) {
    const before = await context.db.selectFrom("target").select("value").where("id", "=", params.id).executeTakeFirst();
    await context.db
      .updateTable("target")
      .set({ ...body, set_by: context.actor.accountId, set_at: context.now })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "target", id: params.id, detail: { from: before?.value, to: body.value } });
    return { id: params.id };
  },
});

/** Takes back a target set by mistake. */
export const removeTarget = operation({
  method: "DELETE",
  path: "/api/v1/targets/:id",
  summary: "撤销目标任务",
  permission: { roles: ["reviewer"], over: targetOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const removed = await context.db
      .deleteFrom("target")
      .where("id", "=", params.id)
      .returning(["measure", "value"])
      .executeTakeFirst();
    context.audit({ kind: "target", id: params.id, detail: { ...removed } });
    return { id: params.id };
  },
});

const BaseFigure = z.object({
  measure: z.enum(["employed", "skilled", "high-skilled"]),
  region: z.string(),
  onDate: CivilDate,
  value: z.number().int().nonnegative(),
  source: z.string(),
});

/** Base figures that no claim can yield, as reported. */
export const listBaseFigures = operation({
  method: "GET",
  path: "/api/v1/base-figures",
  summary: "基础数据",
  permission: { roles: STATISTICS_READERS },
  output: z.object({ rows: z.array(BaseFigure) }),
  async run({ db, actor }) {
    const found = await sql<z.output<typeof BaseFigure>>`
      select measure, region, on_date as "onDate", value, source from base_figure
      where starts_with(region, ${actor.region}) order by on_date desc, measure`.execute(db);
    return { rows: found.rows };
  },
});

/** Records how many people are employed, skilled or highly skilled on a day, and who says so. */
export const recordBaseFigure = operation({
  method: "POST",
  path: "/api/v1/base-figures",
  summary: "登记基础数据",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    measure: BaseFigure.shape.measure,
    onDate: CivilDate,
    value: z.number().int().nonnegative("不能小于零").max(2_000_000_000),
    source: Text(200, 2),
  }),
  output: z.object({ measure: z.string(), onDate: CivilDate }),
  async run(context, { body }) {
    if (body.onDate > context.today) throw unacceptable("date-in-future", "统计日期不能晚于今天。");
    await context.db
      .insertInto("base_figure")
      .values({
        measure: body.measure,
        region: context.actor.region,
        on_date: body.onDate,
        value: body.value,
        source: body.source,
        recorded_by: context.actor.accountId,
      })
      .execute();
    context.audit({ kind: "base-figure", id: `${body.measure}/${body.onDate}`, detail: { value: body.value } });
    return { measure: body.measure, onDate: body.onDate };
  },
});

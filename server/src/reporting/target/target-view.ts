import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";

/** Targets of a programme (一.目标). Shares are fractions (0.28 is 28 %), money is in fen. */
export const TARGET_MEASURES = {
  "person-times": "补贴性培训人次",
  "skilled-share": "技能劳动者占就业人员比重",
  "high-skilled-share": "高技能人才占技能劳动者比重",
  apprentices: "新型学徒培养人数",
  "fund-fen": "资金使用",
} as const;
export const TargetMeasure = z.enum(Object.keys(TARGET_MEASURES) as [keyof typeof TARGET_MEASURES]);

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

/** Targets of the account's region. */
export async function targetsOf({ db, actor }: Context, policyId?: string): Promise<z.output<typeof Target>[]> {
  const found = await sql<z.output<typeof Target>>`
    select t.id, t.policy_id as "policyId", t.measure, t.year, t.region, t.department_id as "departmentId", o.name as department,
      t.value, t.clause
    from target t left join organisation o on o.id = t.department_id
    where starts_with(t.region, ${actor.region}) and (${policyId ?? null}::text is null or t.policy_id = ${policyId ?? null})
    order by t.policy_id, t.year nulls first, t.measure, t.region, o.name nulls first`.execute(db);
  return found.rows;
}

export async function targetOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  return (
    (await context.db.selectFrom("target").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null
  );
}

export const BaseFigure = z.object({
  measure: z.enum(["employed", "skilled", "high-skilled"]),
  region: z.string(),
  onDate: CivilDate,
  value: z.number().int().nonnegative(),
  source: z.string(),
});

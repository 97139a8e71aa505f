import type { DatedValue, ParameterValue } from "@jinengtong/policy";
import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Instant } from "../../kernel/shapes.ts";

/** Local value of a parameter: start, source, confirmed or not. */
export const LocalParameter = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  value: z.union([z.number(), z.string()]),
  effectiveFrom: CivilDate,
  effectiveTo: CivilDate.nullable().describe("不含当日"),
  source: z.string(),
  sample: z.boolean().describe("示例数据"),
  state: z.enum(["proposed", "in-force", "withdrawn", "replaced"]),
  replacedBy: z.number().int().nullable().describe("同一天起的另一个值，代替了这个录错的值"),
  setAt: Instant,
});

interface Row {
  id: number;
  name: string;
  value: ParameterValue;
  effective_from: z.output<typeof CivilDate>;
  effective_to: z.output<typeof CivilDate> | null;
  source: string;
  sample: boolean;
  state: "proposed" | "in-force" | "withdrawn" | "replaced";
  replaced_by: number | null;
  set_at: Date;
}

/** All local values of a programme ever set, by name, newest first. */
export async function listParametersOf(db: Database, policyId: string): Promise<z.output<typeof LocalParameter>[]> {
  const found = await sql<Row>`
    select id, name, value, effective_from, effective_to, source, sample, state, replaced_by, set_at from policy_parameter
    where policy_id = ${policyId} order by name, effective_from desc, id desc`.execute(db);
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    value: row.value,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    source: row.source,
    sample: row.sample,
    state: row.state,
    replacedBy: row.replaced_by,
    setAt: row.set_at.toISOString(),
  }));
}

/** The package's own value on a day: the last one to have begun that has not ended. */
export const valueOnDay = (values: readonly DatedValue[], day: string): ParameterValue | undefined =>
  values
    .filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to))
    .toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))
    .at(-1)?.value;

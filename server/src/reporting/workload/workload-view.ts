import { distribution, equivalents, workloadOn, type WorkloadValues } from "@jinengtong/returns";
import { civilDate } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { CivilDate, Fen, Id } from "../../kernel/shapes.ts";
import { type ClassLine, reckonLines, storedLines, teacherLines } from "./workload-lines.ts";
import { workloadStates } from "./workload-states.ts";

export const WorkloadState = z.enum(["draft", "confirmed", "returned", "accepted", "locked"]);
export const OfYear = z.object({ id: Id.describe("院校"), year: z.coerce.number().int().min(2019).max(2199) });

const Totals = z.strictObject({
  heads: z.number().int(),
  learnerHours: z.number().int().describe("学时人次，百分之一课时"),
  equivalents: z.number().int().describe("折合学生数，千分之一人"),
  trainerHours: z.number().int().describe("教师工作量，百分之一课时"),
  subsidyFen: z.number().int(),
  incomeFen: z.number().int(),
  shareFen: Fen,
  baseFen: Fen.describe("绩效工资基数"),
});

export const Workload = z.strictObject({
  id: Id.nullable(),
  organisationId: Id,
  organisation: z.string(),
  year: z.number().int(),
  state: WorkloadState,
  stateLabel: z.string(),
  parameters: z.strictObject({
    from: z.string(),
    source: z.string(),
    hoursPerStudentYear: z.number().int(),
    publicSharePercent: z.number(),
    classSizes: z.array(z.strictObject({ upTo: z.number().int(), factor: z.number() })),
  }),
  otherIncomeFen: Fen,
  materialFen: Fen,
  trainersFen: Fen,
  totals: Totals,
  lines: z.array(
    z.strictObject({
      classId: Id,
      number: z.string(),
      name: z.string(),
      endsOn: CivilDate,
      correction: z.boolean().describe("对已锁定年度的更正"),
      percent: z.number().int(),
      heads: z.number().int(),
      classHours: z.number().int(),
      learnerHours: z.number().int(),
      equivalents: z.number().int(),
      trainerHours: z.number().int(),
      incomeFen: z.number().int(),
    }),
  ),
  teachers: z.array(
    z.strictObject({
      teacherId: Id,
      name: z.string(),
      sessions: z.number().int(),
      hours: z.number().int(),
      counted: z.number().int(),
    }),
  ),
  reason: z.string().nullable(),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
  mayLock: z.boolean(),
});
export type Workload = z.output<typeof Workload>;

export interface WorkloadRecord {
  id: string;
  state: z.output<typeof WorkloadState>;
  version: number;
  otherIncomeFen: number;
  materialFen: number;
  trainersFen: number;
  parameters: WorkloadValues | null;
  totals: z.output<typeof Totals> | null;
  confirmedBy: string | null;
}

/** Reads a school's year; null before anything was entered. */
export async function findWorkload(
  context: Context,
  organisationId: string,
  year: number,
  locked = false,
): Promise<WorkloadRecord | null> {
  const found = await sql<WorkloadRecord>`
    select id, state, version, other_income_fen as "otherIncomeFen", material_fen as "materialFen", trainers_fen as "trainersFen", parameters, totals,
      confirmed_by as "confirmedBy" from workload where organisation_id = ${organisationId} and year = ${year} ${locked ? sql`for update` : sql``}`.execute(
    context.db,
  );
  return found.rows[0] ?? null;
}

/** Reads a school's year for a change; makes it where there is none. */
export async function lockWorkload(context: Context, organisationId: string, year: number): Promise<WorkloadRecord> {
  await sql`
    insert into workload (organisation_id, region, year) select id, town, ${year} from organisation
    where id = ${organisationId} and kind in ('training-institution', 'vocational-school') on conflict do nothing`.execute(
    context.db,
  );
  const found = await findWorkload(context, organisationId, year, true);
  if (!found) throw notFound("这所院校的工作量");
  return found;
}

/** Parameters in force at the end of a year. */
export function valuesOf({ services }: Context, year: number): WorkloadValues {
  const values = services.forms.workload && workloadOn(services.forms.workload, civilDate(`${year}-12-31`));
  if (!values) throw conflict("no-workload-parameters", `${year} 年还没有工作量折算参数，请联系人社部门。`);
  return values;
}

export function totalsOf(
  lines: readonly ClassLine[],
  given: Pick<WorkloadRecord, "otherIncomeFen" | "materialFen" | "trainersFen">,
  values: WorkloadValues,
): z.output<typeof Totals> {
  const sum = (of: (line: ClassLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const subsidyFen = sum(({ incomeFen }) => incomeFen);
  const incomeFen = subsidyFen + given.otherIncomeFen;
  const learnerHours = sum((line) => line.learnerHours);
  return {
    heads: sum(({ heads }) => heads),
    learnerHours,
    equivalents: equivalents(learnerHours, values),
    trainerHours: sum(({ trainerHours }) => trainerHours),
    subsidyFen,
    incomeFen,
    ...distribution({ incomeFen, materialFen: given.materialFen, trainersFen: given.trainersFen }, values),
  };
}

const NOTHING = { otherIncomeFen: 0, materialFen: 0, trainersFen: 0 };

/** A school's year: from facts while it is open, as confirmed from then on. */
export async function showWorkload(context: Context, organisationId: string, year: number): Promise<Workload> {
  const school = await context.db
    .selectFrom("organisation")
    .select("name")
    .where("id", "=", organisationId)
    .where("kind", "in", ["training-institution", "vocational-school"])
    .executeTakeFirst();
  if (!school) throw notFound("这所院校");
  const record = await findWorkload(context, organisationId, year);
  const open = record === null || record.state === "draft" || record.state === "returned";
  const values = (open ? null : record.parameters) ?? valuesOf(context, year);
  const lines = open
    ? await reckonLines(context, organisationId, year, values)
    : await storedLines(context, record.id, record.version);
  const given = record ?? NOTHING;
  const state = record?.state ?? "draft";
  const reason = record
    ? await sql<{ reason: string | null }>`
        select reason from state_history where machine = 'workload' and subject_id = ${record.id} and to_state = 'returned' order by id desc limit 1`.execute(
        context.db,
      )
    : null;
  const { role } = context.actor;
  return {
    id: record?.id ?? null,
    organisationId,
    organisation: school.name,
    year,
    state,
    stateLabel: workloadStates.states[state].label,
    parameters: values,
    otherIncomeFen: given.otherIncomeFen,
    materialFen: given.materialFen,
    trainersFen: given.trainersFen,
    totals: (open ? null : record.totals) ?? totalsOf(lines, given, values),
    lines: lines.map((line) => ({
      ...line,
      endsOn: line.endsOn as z.output<typeof CivilDate>,
      equivalents: equivalents(line.learnerHours, values),
    })),
    teachers: await teacherLines(context, organisationId, year, values),
    reason: reason?.rows[0]?.reason ?? null,
    mayEdit: role === "institution" && open && context.today > `${year}-12-31`,
    mayDecide: (role === "reviewer" || role === "department") && state === "confirmed",
    mayLock: role === "reviewer" && state === "accepted",
  };
}

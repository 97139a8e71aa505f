import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byText, type PageRequest, type Placed, sortable } from "../../kernel/sorting.ts";

/** Contracts that end within so many days are highlighted. */
const ENDS_SOON_DAYS = 60;

export const EMPLOYEE_STATES = { employed: "在职", left: "已离职", moved: "已在别处就业" } as const;
const EmployeeState = z.enum(["employed", "left", "moved"]);

/** An employee, derived from the newest fact that names this employer. */
export const Employee = z.strictObject({
  personId: Id,
  factId: Id,
  name: z.string(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  hiredOn: CivilDate,
  contractMonths: z.number().int().nullable(),
  contractUntil: CivilDate.nullable().describe("劳动合同到期日"),
  contractEndsSoon: z.boolean(),
  leftOn: CivilDate.nullable(),
  state: EmployeeState,
  stateLabel: z.string(),
  source: z.string(),
  reportedHere: z.boolean().describe("由本单位登记，可以更正"),
});
export type Employee = z.output<typeof Employee>;

export const EmployeeFilter = z.object({
  state: EmployeeState.optional(),
  contract: z.enum(["soon", "over", "none"]).optional().describe("合同快到期；已到期仍在职；没有登记合同期"),
  q: SearchText(50).optional().describe("姓名中的字"),
  personId: Id.optional(),
});

export const EMPLOYEE_ORDER = sortable({
  columns: {
    name: byName("m.name"),
    hiredOn: byDate("m.hired_on"),
    contractUntil: byDate("m.contract_until", "last"),
    leftOn: byDate("m.left_on", "last"),
    state: byText("m.state"),
  },
  unique: byId("m.person_id"),
  usual: "name",
});

interface Row {
  fact_id: string;
  person_id: string;
  name: string;
  citizen_id_masked: string;
  phone_masked: string | null;
  hired_on: Employee["hiredOn"];
  contract_months: number | null;
  contract_until: Employee["contractUntil"];
  left_on: Employee["leftOn"];
  state: Employee["state"];
  source: string;
  reported_here: boolean;
  ends_soon: boolean;
}

/** Employees on a day: of each person the newest uncorrected fact. */
const members = (organisationId: string, today: string) => sql`
  select n.*, n.state = 'employed' and n.contract_until between ${today}::date and ${today}::date + ${ENDS_SOON_DAYS}::int as ends_soon
  from (
    select f.id as fact_id, f.person_id, p.name, p.citizen_id_masked, p.phone_masked, f.source,
      coalesce((f.value ->> 'hiredOn')::date, (f.value ->> 'from')::date) as hired_on,
      (f.value ->> 'contractMonths')::int as contract_months,
      case when (f.value ->> 'contractMonths')::int > 0 then (coalesce((f.value ->> 'hiredOn')::date, (f.value ->> 'from')::date)
        + make_interval(months => (f.value ->> 'contractMonths')::int))::date - 1 end as contract_until,
      (f.value ->> 'to')::date as left_on,
      case when not (f.value ->> 'employed')::boolean or (f.value ->> 'to')::date < ${today}::date then 'left'
        when exists (select from person_fact other where other.person_id = f.person_id and other.kind = 'employment'
          and other.value ->> 'from' > f.value ->> 'from' and other.value ->> 'from' <= ${today}
          and coalesce(other.value ->> 'to', '9999-12-31') >= ${today} and other.value ->> 'employer' is distinct from f.employer
          and not exists (select from person_fact later where later.replaces = other.id)) then 'moved'
        else 'employed' end as state,
      exists (select from account a where a.id = f.recorded_by and a.organisation_id = ${organisationId}) as reported_here
    from (
      select distinct on (e.person_id) e.*, o.uscc as employer from organisation o
      join person_fact e on e.kind = 'employment' and e.value ->> 'employer' = o.uscc
      where o.id = ${organisationId} and not exists (select from person_fact later where later.replaces = e.id)
      order by e.person_id, e.value ->> 'from' desc, e.recorded_at desc) f
    join person p on p.id = f.person_id) n`;

/** One page of an employer's employees. */
export async function employeePage(
  context: Context,
  organisationId: string,
  filter: z.output<typeof EmployeeFilter>,
  request: PageRequest<"name" | "hiredOn" | "contractUntil" | "leftOn" | "state">,
): Promise<{ rows: Employee[]; nextCursor: string | null }> {
  const page = EMPLOYEE_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Row>>`
    select m.*, ${page.place} from (${members(organisationId, context.today)}) m
    where (${filter.state ?? null}::text is null or m.state = ${filter.state ?? null})
      and (${filter.contract ?? null}::text is distinct from 'soon' or m.ends_soon)
      and (${filter.contract ?? null}::text is distinct from 'over' or (m.state = 'employed' and m.contract_until < ${context.today}::date))
      and (${filter.contract ?? null}::text is distinct from 'none' or (m.state = 'employed' and m.contract_until is null))
      and (${filter.personId ?? null}::uuid is null or m.person_id = ${filter.personId ?? null}::uuid)
      and (${filter.q ?? null}::text is null or strpos(m.name, ${filter.q ?? null}) > 0) and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return { ...cut, rows: cut.rows.map((row) => toEmployee(row)) };
}

/** One employee; undefined if no fact names this employer. */
export async function employeeOf(
  context: Context,
  organisationId: string,
  personId: string,
): Promise<Employee | undefined> {
  const found = await sql<Row>`
    select m.* from (${members(organisationId, context.today)}) m where m.person_id = ${personId}`.execute(context.db);
  return found.rows.map(toEmployee)[0];
}

/** Those of the given persons whom this employer employs or employed, by person. */
export async function employeesAmong(
  context: Context,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, Employee>> {
  const found = await sql<Row>`
    select m.* from (${members(organisationId, context.today)}) m
    where m.person_id = any(${[...personIds]}::uuid[])`.execute(context.db);
  return new Map(found.rows.map((row) => [row.person_id, toEmployee(row)]));
}

const toEmployee = (row: Row): Employee => ({
  personId: row.person_id,
  factId: row.fact_id,
  name: row.name,
  citizenIdMasked: row.citizen_id_masked,
  phoneMasked: row.phone_masked,
  hiredOn: row.hired_on,
  contractMonths: row.contract_months,
  contractUntil: row.contract_until,
  contractEndsSoon: row.ends_soon,
  leftOn: row.left_on,
  state: row.state,
  stateLabel: EMPLOYEE_STATES[row.state],
  source: row.source,
  reportedHere: row.reported_here,
});

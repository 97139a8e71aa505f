import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { pilotOwner } from "./pilot-owners.ts";
import { PILOT_LEVELS, pilotStates } from "./pilot-states.ts";

const State = z.enum(["proposed", "approved", "refused", "withdrawn"]);
const Pilot = z.object({
  id: Id,
  schoolName: z.string(),
  evaluatorName: z.string(),
  certificate: z.string(),
  level: z.enum(["junior", "intermediate", "senior"]),
  levelLabel: z.string(),
  majors: z.array(z.string()),
  places: z.int(),
  feeFen: Fen,
  year: z.int(),
  state: State,
  reason: z.string().nullable(),
  registered: z.int(),
  sat: z.int(),
  passed: z.int(),
  credited: z.int(),
  feesFen: Fen.describe("考核费合计：只算实际参加考试的人"),
});
type Pilot = z.output<typeof Pilot>;
type Row = Omit<Pilot, "levelLabel">;

const toPilot = (row: Row): Pilot => ({ ...row, levelLabel: PILOT_LEVELS[row.level] });

/** Pilots with what came of them. Fees are due for those who sat, never for those who were only registered. */
const pilots = (where: ReturnType<typeof sql>) => sql<Row>`
  select t.id, s.name as "schoolName", v.name as "evaluatorName", t.certificate, t.level, t.majors, t.places, t.fee_fen as "feeFen", t.year, t.state,
    t.reason, n.registered, n.sat, n.passed, n.credited, t.fee_fen * n.sat as "feesFen"
  from pilot t join organisation s on s.id = t.school_id join organisation v on v.id = t.evaluator_id
  cross join lateral (
    select count(*)::int as registered, count(*) filter (where r.sat)::int as sat, count(*) filter (where r.passed)::int as passed,
      count(*) filter (where exists (select from pilot_credit k where k.candidate_id = c.id))::int as credited
    from pilot_candidate c left join pilot_result r on r.candidate_id = c.id and not exists (select from pilot_result x where x.replaces = r.id)
    where c.pilot_id = t.id) n
  where ${where}`;

const ORDER = sortable({
  columns: {
    year: byNumber("x.year"),
    schoolName: byName(`x."schoolName"`),
    certificate: byName("x.certificate"),
    places: byNumber("x.places"),
    registered: byNumber("x.registered"),
    passed: byNumber("x.passed"),
  },
  unique: byId("x.id"),
  usual: "-year",
});

const mine = ({ actor }: Context) =>
  actor.role === "institution"
    ? sql`t.school_id = ${actor.organisationId}`
    : actor.role === "evaluator"
      ? sql`t.evaluator_id = ${actor.organisationId}`
      : sql`s.town like ${`${actor.region}%`}`;

/** Pilots of one's school, one's evaluating organisation or one's region. */
export const listPilots = operation({
  method: "GET",
  path: "/api/v1/pilots",
  summary: "1+X 试点列表",
  permission: { roles: ["institution", "evaluator", "department", "reviewer", "auditor"] },
  query: ORDER.query.extend({ state: State.optional(), year: z.coerce.number().int().optional() }),
  output: pageOf(Pilot),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${page.place} from (${pilots(sql`${mine(context)} and (${query.state ?? null}::text is null or t.state = ${query.state ?? null})
        and (${query.year ?? null}::int is null or t.year = ${query.year ?? null})`)}) x
      where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return { ...cut, rows: cut.rows.map(toPilot) };
  },
});

export const exportPilots = exportOf(listPilots, {
  title: "1+X 试点",
  columns: [
    { header: "年度", kind: "number", value: (row) => row.year },
    { header: "学校", width: 28, value: (row) => row.schoolName },
    { header: "证书", width: 28, value: (row) => row.certificate },
    { header: "证书等级", value: (row) => row.levelLabel },
    { header: "专业", width: 30, value: (row) => row.majors.join("、") },
    { header: "培训评价组织", width: 28, value: (row) => row.evaluatorName },
    { header: "计划人数", kind: "number", value: (row) => row.places },
    { header: "登记", kind: "number", value: (row) => row.registered },
    { header: "参考", kind: "number", value: (row) => row.sat },
    { header: "取得证书", kind: "number", value: (row) => row.passed },
    { header: "认定学分", kind: "number", value: (row) => row.credited },
    { header: "考核费（元）", kind: "number", value: (row) => row.feesFen / 100 },
    { header: "状态", value: (row) => pilotStates.states[row.state].label },
  ],
});

/** One pilot. */
export const showPilot = operation({
  method: "GET",
  path: "/api/v1/pilots/:id",
  summary: "1+X 试点",
  permission: { roles: ["institution", "evaluator", "department", "reviewer", "auditor"], over: pilotOwner },
  params: ById,
  output: Pilot,
  async run(context, { params }) {
    const found = await pilots(sql`t.id = ${params.id}`).execute(context.db);
    const [row] = found.rows;
    if (!row) throw notFound("试点");
    return toPilot(row);
  },
});

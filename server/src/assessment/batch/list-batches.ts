import { stateWord } from "@jinengtong/words";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { BATCH_STATES, type BatchState } from "../evaluation-states.ts";
import { DUE } from "./batch.ts";

const State = z.enum(BATCH_STATES as [BatchState, ...BatchState[]]);
const ORDER = sortable({
  columns: {
    examOn: byDate("b.exam_on"),
    number: byText("b.number"),
    organisationName: byName("o.name"),
    occupationName: byName("b.occupation_name"),
    level: byNumber("b.level"),
  },
  unique: byId("b.id"),
  usual: "-examOn",
});

/** Oddities of a batch that the supervision page marks, as SQL over `evaluation_batch b`. */
const ODD = sql<string[]>`array_remove(array[
  case when exists (select from evaluation_result r where r.batch_id = b.id and r.replaces is null having count(*) >= 10 and bool_and(r.passed)) then 'everybody-passed' end,
  case when exists (select from evaluation_score x where x.batch_id = b.id and x.replaces is null
    and (x.recorded_at at time zone 'Asia/Shanghai')::date > b.exam_on) then 'scored-later' end,
  case when exists (select from evaluation_score x where x.batch_id = b.id and x.subject = 'practice' and x.replaces is null
    group by x.staff_id, date_trunc('hour', x.recorded_at)
    having count(*) > 2 * greatest(1, 60 / b.practice_minutes) * greatest(1, (select coalesce(sum(r.stations), 1) from evaluation_room_use u
      join evaluation_room r on r.id = u.room_id where u.batch_id = b.id and u.subject = 'practice' and not u.released))) then 'too-fast' end,
  case when exists (select from evaluation_supervision v where v.batch_id = b.id and v.grave) then 'grave-finding' end,
  case when exists (select from evaluation_score x where x.batch_id = b.id and x.replaces is not null) then 'changed-scores' end], null)`;

const Row = z.object({
  id: Id,
  number: z.string(),
  organisationName: z.string(),
  siteName: z.string(),
  occupationName: z.string(),
  level: z.int(),
  examOn: CivilDate,
  startsAt: Instant,
  state: State,
  stopped: z.boolean(),
  expected: z.int(),
  candidates: z.int().describe("审查通过的考生"),
  examiners: z.int(),
  present: z.int().describe("已到岗的人员"),
  staff: z.int(),
  passed: z.int().nullable(),
  overdue: z.array(z.string()).describe("已超期的节点"),
  odd: z.array(z.string()),
});
interface Read {
  id: string;
  number: string;
  organisationName: string;
  siteName: string;
  occupationName: string;
  level: number;
  examOn: CivilDay;
  starts: Date;
  state: BatchState;
  stopped: boolean;
  expected: number;
  candidates: number;
  examiners: number;
  present: number;
  staff: number;
  passed: number | null;
  overdue: string[];
  odd: string[];
}

/** Batches of one's body, or of one's region: who is there, what is late, what looks odd. */
export const listBatches = operation({
  method: "GET",
  path: "/api/v1/evaluation-batches",
  summary: "认定批次",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({
    state: State.optional(),
    today: z.enum(["true"]).optional().describe("今天考试的"),
    q: SearchText(40).optional(),
  }),
  output: pageOf(Row),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine =
      role === "evaluator" ? sql`b.organisation_id = ${organisationId}` : sql`starts_with(b.region, ${region})`;
    const drafts = role === "evaluator" ? sql`true` : sql`b.state <> 'draft'`;
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Read>>`
      select b.id, b.number, o.name as "organisationName", t.name as "siteName", b.occupation_name as "occupationName", b.level,
        b.exam_on as "examOn", b.starts_at as starts, b.state, b.expected,
        exists (select from evaluation_stop x where x.batch_id = b.id and x.lifted_at is null) as stopped,
        (select count(*)::int from evaluation_candidate k where k.batch_id = b.id and k.state = 'admitted') as candidates,
        (select count(*)::int from evaluation_assignment a where a.batch_id = b.id and a.removed_at is null and a.duty = 'examiner') as examiners,
        (select count(*)::int from evaluation_assignment a where a.batch_id = b.id and a.removed_at is null and a.present_at is not null) as present,
        (select count(*)::int from evaluation_assignment a where a.batch_id = b.id and a.removed_at is null) as staff,
        (select count(*) filter (where r.passed)::int from evaluation_result r where r.batch_id = b.id
          and not exists (select from evaluation_result n where n.replaces = r.id) having count(*) > 0) as passed,
        array(select d.title from due_day d where d.kind = ${DUE} and d.subject = b.id and d.met_on is null and d.skipped_because is null
          and d.due_on < ${context.today}::date order by d.due_on, d.node) as overdue,
        ${ODD} as odd, ${page.place}
      from evaluation_batch b join organisation o on o.id = b.organisation_id join evaluation_site t on t.id = b.site_id
      where ${mine} and ${drafts} and (${query.state ?? null}::text is null or b.state = ${query.state ?? null})
        and (${query.today ?? null}::text is null or b.exam_on = ${context.today}::date)
        and (${query.q ?? null}::text is null or strpos(b.number || ' ' || o.name || ' ' || b.occupation_name, ${query.q ?? null}) > 0)
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map(({ starts, ...row }) => ({ ...row, startsAt: starts.toISOString() })), nextCursor };
  },
});

export const exportBatches = exportOf(listBatches, {
  title: "认定批次",
  columns: [
    { header: "批次编号", width: 16, value: (row) => row.number },
    { header: "评价机构", width: 28, value: (row) => row.organisationName },
    { header: "场地", width: 20, value: (row) => row.siteName },
    { header: "职业", width: 20, value: (row) => row.occupationName },
    { header: "等级", kind: "number", value: (row) => row.level },
    { header: "考试日期", value: (row) => row.examOn },
    { header: "状态", value: (row) => stateWord("evaluation-batch", row.state).label },
    { header: "考生", kind: "number", value: (row) => row.candidates },
    { header: "考评人员", kind: "number", value: (row) => row.examiners },
    { header: "合格", kind: "number", value: (row) => row.passed },
    { header: "超期节点", width: 24, value: (row) => row.overdue.join("、") },
  ],
});

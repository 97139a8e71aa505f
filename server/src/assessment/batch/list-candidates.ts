import { stateWord } from "@jinengtong/words";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { BATCH_STATES, type BatchState } from "../evaluation-states.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";
import { batchOwner } from "../owners.ts";
import { WAY_NAMES, WAYS } from "./batch.ts";

const ORDER = sortable({
  columns: { ticket: byText("k.ticket", "last"), name: byName("p.name"), state: byText("k.state") },
  unique: byId("k.id"),
  usual: "ticket",
});

const State = z.enum(["entered", "admitted", "refused", "withdrawn"]);
const Seat = z.object({ subject: z.enum(WAY_NAMES), roomName: z.string(), seat: z.int(), startsAt: Instant });
const Result = z.object({
  theory: z.number().nullable(),
  practice: z.number().nullable(),
  review: z.number().nullable(),
  status: z.enum(["scored", "absent", "cheated"]),
  passed: z.boolean(),
  certificate: z.string().nullable(),
});
const Row = z.object({
  id: Id,
  ticket: z.string().nullable(),
  name: z.string(),
  citizenIdMasked: z.string(),
  employer: z.string(),
  condition: z.string(),
  conditionText: z.string(),
  workYears: z.int(),
  lowerCertificate: z.string().nullable(),
  hasPhoto: z.boolean(),
  hasProof: z.boolean(),
  makeUp: z.boolean(),
  state: State,
  checkReason: z.string().nullable(),
  seats: z.array(Seat),
  result: Result.nullable(),
});
type Row = z.output<typeof Row>;

const SEATS = sql`coalesce((select json_agg(json_build_object('subject', s.subject, 'roomName', r.name, 'seat', s.seat,
  'startsAt', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.starts_at)
  from evaluation_seat s join evaluation_room_use u on u.id = s.room_use_id and not u.released join evaluation_room r on r.id = u.room_id
  where s.candidate_id = k.id), '[]')`;
const RESULT = sql`(select json_build_object('theory', e.theory, 'practice', e.practice, 'review', e.review, 'status', e.status, 'passed', e.passed,
  'certificate', (select f.serial from evaluation_certificate x join certificate f on f.id = x.certificate_id where x.candidate_id = k.id))
  from evaluation_result e where e.candidate_id = k.id and not exists (select from evaluation_result n where n.replaces = e.id))`;

/** Candidates of a batch with condition, seat and result. */
export const listCandidates = operation({
  method: "GET",
  path: "/api/v1/evaluation-batches/:id/candidates",
  summary: "批次的考生",
  permission: { roles: ["evaluator", "reviewer", "auditor"], over: batchOwner },
  params: ById,
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(Row),
  async run(context, { params, query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select k.id, k.ticket, p.name, p.citizen_id_masked as "citizenIdMasked", k.employer, k.condition, n.text as "conditionText",
        k.work_years as "workYears", k.lower_certificate as "lowerCertificate", k.photo_file_id is not null as "hasPhoto",
        k.proof_file_id is not null as "hasProof", k.make_up_of is not null as "makeUp", k.state, k.check_reason as "checkReason",
        ${SEATS} as seats, ${RESULT} as result, ${page.place}
      from evaluation_candidate k join person p on p.id = k.person_id join evaluation_condition n on n.code = k.condition
      where k.batch_id = ${params.id} and (${query.state ?? null}::text is null or k.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows, nextCursor };
  },
});

const STATUS = { scored: "", absent: "缺考", cheated: "违纪" } as const;
export const exportCandidates = exportOf(listCandidates, {
  title: "考生花名册",
  columns: [
    { header: "准考证号", width: 18, value: (row) => row.ticket },
    { header: "姓名", value: (row) => row.name },
    { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
    { header: "工作单位", width: 24, value: (row) => row.employer },
    { header: "申报条件", width: 28, value: (row) => row.conditionText },
    { header: "工作年限", kind: "number", value: (row) => row.workYears },
    { header: "下一级证书编号", width: 26, value: (row) => row.lowerCertificate },
    { header: "审查", value: (row) => stateWord("evaluation-candidate", row.state).label },
    { header: "审查意见", width: 28, value: (row) => row.checkReason },
    {
      header: "考场座位",
      width: 36,
      value: (row) => row.seats.map((seat) => `${WAYS[seat.subject]} ${seat.roomName} ${seat.seat} 号`).join("；"),
    },
    { header: "理论", kind: "number", value: (row) => row.result?.theory ?? null },
    { header: "技能", kind: "number", value: (row) => row.result?.practice ?? null },
    { header: "评审", kind: "number", value: (row) => row.result?.review ?? null },
    {
      header: "结果",
      value: (row) => (row.result === null ? null : row.result.passed ? "合格" : STATUS[row.result.status] || "不合格"),
    },
    { header: "证书编号", width: 26, value: (row) => row.result?.certificate ?? null },
  ],
});

/** My own applications: check, ticket, seat, result, and the days of publicity in which I may object. */
export const myEvaluations = operation({
  method: "GET",
  path: "/api/v1/me/evaluations",
  summary: "我的技能认定",
  permission: { roles: ["learner"] },
  output: z.object({
    evaluations: z.array(
      z.object({
        id: Id,
        number: z.string(),
        organisationName: z.string(),
        occupationName: z.string(),
        level: z.int(),
        ways: z.array(z.enum(WAY_NAMES)),
        examOn: CivilDate,
        siteName: z.string(),
        address: z.string(),
        batchState: z.enum(BATCH_STATES as [BatchState, ...BatchState[]]),
        state: State,
        checkReason: z.string().nullable(),
        ticket: z.string().nullable(),
        seats: z.array(Seat),
        result: Result.nullable().describe("公示以后才有"),
        objectUntil: CivilDate.nullable().describe("公示期内可以提出异议的最后一天"),
        objection: z.object({ state: z.enum(["open", "upheld", "refused"]), answer: z.string().nullable() }).nullable(),
      }),
    ),
  }),
  async run(context) {
    const { personId } = context.actor;
    if (personId === null) return { evaluations: [] };
    const { rows } = await sql<{
      id: string;
      number: string;
      organisationName: string;
      occupationName: string;
      level: number;
      ways: EvaluationWay[];
      examOn: CivilDay;
      siteName: string;
      address: string;
      batchState: BatchState;
      state: z.output<typeof State>;
      checkReason: string | null;
      ticket: string | null;
      seats: z.output<typeof Seat>[];
      result: z.output<typeof Result> | null;
      objectUntil: CivilDay | null;
      objection: { state: "open" | "upheld" | "refused"; answer: string | null } | null;
    }>`
      select k.id, b.number, o.name as "organisationName", b.occupation_name as "occupationName", b.level, b.ways, b.exam_on as "examOn",
        t.name as "siteName", t.address, b.state as "batchState", k.state, k.check_reason as "checkReason", k.ticket, ${SEATS} as seats,
        case when b.state in ('publicised', 'issued', 'archived') then ${RESULT} end as result,
        (select u.ends_on from evaluation_publicity u where u.batch_id = b.id and b.state = 'publicised' and u.ends_on >= ${context.today}::date) as "objectUntil",
        (select json_build_object('state', j.state, 'answer', j.answer) from evaluation_objection j where j.candidate_id = k.id order by j.raised_at desc limit 1) as objection
      from evaluation_candidate k join evaluation_batch b on b.id = k.batch_id join organisation o on o.id = b.organisation_id
      join evaluation_site t on t.id = b.site_id
      where k.person_id = ${personId} and b.state not in ('draft', 'pending', 'rejected') order by b.exam_on desc, k.id limit 100`.execute(
      context.db,
    );
    return { evaluations: rows };
  },
});

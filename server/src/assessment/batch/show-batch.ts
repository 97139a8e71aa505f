import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { dueDaysOf } from "../../kernel/due-days.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { BATCH_STATES, type BatchState } from "../evaluation-states.ts";
import type { EvaluationDuty, StaffKind } from "../evaluation-tables.ts";
import { batchOwner } from "../owners.ts";
import { DUTIES, STAFF_KINDS } from "../panel/staff-words.ts";
import { DUE, readBatch, WAY_NAMES } from "./batch.ts";
import { readiness } from "./readiness.ts";

const Way = z.enum(WAY_NAMES);
const RoomUse = z.object({
  id: Id,
  subject: Way,
  roomId: Id,
  roomName: z.string(),
  from: Instant,
  to: Instant,
  seated: z.int(),
});
const Staff = z.object({
  id: Id,
  staffId: Id,
  name: z.string(),
  kind: z.enum(Object.keys(STAFF_KINDS) as [StaffKind, ...StaffKind[]]),
  duty: z.enum(Object.keys(DUTIES) as [EvaluationDuty, ...EvaluationDuty[]]),
  leader: z.boolean(),
  presentAt: Instant.nullable(),
  conflict: z.string().nullable(),
  sheets: z.int().describe("已登的分数"),
});
const Supervision = z.object({
  at: Instant,
  name: z.string(),
  step: z.enum(["papers", "theory", "practice", "review", "scoring"]),
  heads: z.int().nullable(),
  finding: z.string(),
  grave: z.boolean(),
});
const Paper = z.object({ id: Id, subject: Way, title: z.string(), pool: z.int(), opened: z.int() });
const Objection = z.object({
  id: Id,
  ticket: z.string().nullable(),
  text: z.string(),
  state: z.enum(["open", "upheld", "refused"]),
  answer: z.string().nullable(),
});

interface Details {
  organisationId: string;
  organisationName: string;
  siteId: string;
  siteName: string;
  address: string;
  notice: string;
  chargeFen: number;
  decisionReason: string | null;
  startedAt: Date | null;
  heldAt: Date | null;
  stopped: string | null;
  entered: number;
  admitted: number;
  refused: number;
  rooms: z.output<typeof RoomUse>[];
  staff: z.output<typeof Staff>[];
  supervision: z.output<typeof Supervision>[];
  papers: z.output<typeof Paper>[];
  objections: z.output<typeof Objection>[];
  passed: number;
  failed: number;
  publicity: { startsOn: CivilDay; endsOn: CivilDay } | null;
  certificates: number;
  receipt: string | null;
  digest: string | null;
}

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** One batch with everything that belongs to it: nodes, checks before the start, rooms, people, supervision, results. */
export const showBatch = operation({
  method: "GET",
  path: "/api/v1/evaluation-batches/:id",
  summary: "一个认定批次",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"], over: batchOwner },
  params: ById,
  output: z.object({
    id: Id,
    number: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    siteId: Id,
    siteName: z.string(),
    address: z.string(),
    occupation: z.string(),
    occupationName: z.string(),
    level: z.int(),
    ways: z.array(Way),
    examOn: CivilDate,
    from: Instant,
    to: Instant,
    practiceMinutes: z.int(),
    expected: z.int(),
    chargeFen: z.int(),
    notice: z.string(),
    state: z.enum(BATCH_STATES as [BatchState, ...BatchState[]]),
    decisionReason: z.string().nullable(),
    startedAt: Instant.nullable(),
    heldAt: Instant.nullable(),
    stopped: z.string().nullable().describe("被叫停的原因"),
    candidates: z.object({ entered: z.int(), admitted: z.int(), refused: z.int() }),
    nodes: z.array(
      z.object({
        node: z.string(),
        title: z.string(),
        on: CivilDate,
        metOn: CivilDate.nullable(),
        skippedBecause: z.string().nullable(),
        overdue: z.boolean(),
      }),
    ),
    checks: z.array(z.object({ rule: z.string(), ok: z.boolean(), sentence: z.string() })),
    rooms: z.array(RoomUse),
    staff: z.array(Staff),
    papers: z.array(Paper),
    supervision: z.array(Supervision),
    results: z.object({ passed: z.int(), failed: z.int() }),
    publicity: z.object({ startsOn: CivilDate, endsOn: CivilDate }).nullable(),
    objections: z.array(Objection),
    certificates: z.int(),
    receipt: z.string().nullable(),
    digest: z.string().nullable(),
  }),
  async run(context, { params }) {
    const batch = await readBatch(context.db, params.id);
    const { rows } = await sql<Details>`
      select b.organisation_id as "organisationId", o.name as "organisationName", t.id as "siteId", t.name as "siteName", t.address, b.notice,
        b.charge_fen as "chargeFen", b.decision_reason as "decisionReason", b.started_at as "startedAt", b.held_at as "heldAt",
        (select x.reason from evaluation_stop x where x.batch_id = b.id and x.lifted_at is null) as stopped,
        k.entered, k.admitted, k.refused,
        coalesce((select json_agg(json_build_object('id', u.id, 'subject', u.subject, 'roomId', r.id, 'roomName', r.name,
          'from', ${iso("u.starts_at")}, 'to', ${iso("u.ends_at")},
          'seated', (select count(*) from evaluation_seat s where s.room_use_id = u.id)) order by u.starts_at, r.name)
          from evaluation_room_use u join evaluation_room r on r.id = u.room_id where u.batch_id = b.id and not u.released), '[]') as rooms,
        coalesce((select json_agg(json_build_object('id', a.id, 'staffId', s.id, 'name', p.name, 'kind', s.kind, 'duty', a.duty, 'leader', a.leader,
          'presentAt', ${iso("a.present_at")}, 'conflict', a.conflict,
          'sheets', (select count(*) from evaluation_score x where x.batch_id = b.id and x.staff_id = s.id and x.replaces is null)) order by a.duty, a.leader desc, p.name)
          from evaluation_assignment a join evaluation_staff s on s.id = a.staff_id join person p on p.id = s.person_id
          where a.batch_id = b.id and a.removed_at is null), '[]') as staff,
        coalesce((select json_agg(json_build_object('at', ${iso("v.at")}, 'name', p.name, 'step', v.step, 'heads', v.heads, 'finding', v.finding,
          'grave', v.grave) order by v.at) from evaluation_supervision v join evaluation_assignment a on a.id = v.assignment_id
          join evaluation_staff s on s.id = a.staff_id join person p on p.id = s.person_id where v.batch_id = b.id), '[]') as supervision,
        coalesce((select json_agg(json_build_object('id', d.id, 'subject', d.subject, 'title', q.title, 'pool', d.pool,
          'opened', (d.first_by is not null)::int + (d.second_by is not null)::int) order by d.subject)
          from evaluation_paper_draw d join evaluation_paper q on q.id = d.paper_id where d.batch_id = b.id), '[]') as papers,
        coalesce((select json_agg(json_build_object('id', j.id, 'ticket', c.ticket, 'text', j.text, 'state', j.state, 'answer', j.answer) order by j.raised_at)
          from evaluation_objection j join evaluation_candidate c on c.id = j.candidate_id where j.batch_id = b.id), '[]') as objections,
        coalesce(r.passed, 0) as passed, coalesce(r.failed, 0) as failed,
        (select json_build_object('startsOn', u.starts_on, 'endsOn', u.ends_on) from evaluation_publicity u where u.batch_id = b.id) as publicity,
        (select count(*)::int from evaluation_certificate f where f.batch_id = b.id) as certificates,
        (select u.receipt from evaluation_upload u where u.batch_id = b.id) as receipt,
        (select encode(h.digest, 'hex') from evaluation_archive h where h.batch_id = b.id) as digest
      from evaluation_batch b join organisation o on o.id = b.organisation_id join evaluation_site t on t.id = b.site_id
      cross join lateral (select count(*) filter (where c.state = 'entered')::int as entered, count(*) filter (where c.state = 'admitted')::int as admitted,
        count(*) filter (where c.state = 'refused')::int as refused from evaluation_candidate c where c.batch_id = b.id) k
      cross join lateral (select count(*) filter (where e.passed)::int as passed, count(*) filter (where not e.passed)::int as failed
        from evaluation_result e where e.batch_id = b.id and not exists (select from evaluation_result n where n.replaces = e.id)) r
      where b.id = ${params.id}`.execute(context.db);
    const { entered, admitted, refused, passed, failed, startedAt, heldAt, ...row } = rows[0] as Details;
    const planned = ["draft", "pending", "rejected", "approved", "published"].includes(batch.state);
    return {
      ...row,
      id: batch.id,
      number: batch.number,
      occupation: batch.occupation,
      occupationName: batch.occupationName,
      level: batch.level,
      ways: batch.ways,
      examOn: batch.examOn,
      from: batch.startsAt.toISOString(),
      to: batch.endsAt.toISOString(),
      practiceMinutes: batch.practiceMinutes,
      expected: batch.expected,
      state: batch.state,
      startedAt: startedAt?.toISOString() ?? null,
      heldAt: heldAt?.toISOString() ?? null,
      candidates: { entered, admitted, refused },
      results: { passed, failed },
      nodes: (await dueDaysOf(context.db, DUE, batch.id)).map((node) => ({
        ...node,
        overdue: node.metOn === null && node.skippedBecause === null && node.on < context.today,
      })),
      checks: planned ? await readiness(context, batch) : [],
    };
  },
});

import { z } from "zod";
import { completionOf } from "../../assessment/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, decodeCursor, Id, Instant, PageQuery, pageOf, toPage } from "../../kernel/shapes.ts";
import { benefitLabel, stateLabel } from "../../reporting/index.ts";
import { classOwner } from "../../training/index.ts";
import { classOf, TracedClass, TracedHours } from "./trace-evidence.ts";
import { nameFor, TRACERS } from "./trace-owner.ts";

const Learner = z.object({
  enrolmentId: Id,
  seat: z.number().int().nullable(),
  person: z.object({ id: Id, name: z.string(), citizenIdMasked: z.string() }),
  state: z.string(),
  stateLabel: z.string(),
  hours: TracedHours.nullable(),
  certificates: z.array(z.object({ id: Id, serial: z.string(), kind: z.string(), issuedOn: z.string() })),
  claims: z.array(
    z.object({
      id: Id,
      number: z.string(),
      benefit: z.string(),
      benefitLabel: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      approvedFen: z.number().nullable(),
      payments: z.array(
        z.object({ id: Id, number: z.string(), state: z.string(), stateLabel: z.string(), amountFen: z.number() }),
      ),
    }),
  ),
});

const Session = z.object({
  id: Id,
  startsAt: Instant,
  topic: z.string(),
  hours: z.number(),
  cancelled: z.boolean(),
  present: z.number().int(),
  partly: z.number().int(),
  away: z.number().int(),
  creditedHours: z.number(),
});

const Totals = z.object({
  learners: z.number().int(),
  certificates: z.number().int(),
  claims: z.number().int(),
  approvedFen: z.number(),
  payments: z.number().int(),
  paidFen: z.number(),
});

/** Trace forward from a class: its sessions, learners, certificates, claims and payments, with sums. */
export const traceClass = operation({
  method: "GET",
  path: "/api/v1/trace/classes/:id",
  summary: "追溯：从培训班到付款",
  permission: { roles: TRACERS, over: classOwner },
  params: ById,
  query: PageQuery,
  output: z.object({
    class: TracedClass,
    totals: Totals,
    sessions: z.array(Session),
    /** Claims of the class as a whole (an order class, a project). */
    classClaims: Learner.shape.claims,
    enrolments: pageOf(Learner),
  }),
  async run(context, { params, query }) {
    const { db } = context;
    const [held, totals, sessions, enrolments, classClaims] = await Promise.all([
      classOf(db, params.id),
      totalsOf(db, params.id),
      sessionsOf(db, params.id),
      learnersOf(context, params.id, query),
      sql<{ claims: ClaimRow[] }>`
        select ${claimsOf(sql`k.class_id = ${params.id} and k.enrolment_id is null`)} as claims`.execute(db),
    ]);
    if (!held) throw notFound("培训班");
    return {
      class: held,
      totals,
      sessions,
      enrolments,
      classClaims: (classClaims.rows[0]?.claims ?? []).map((claim) => labelled(context, claim)),
    };
  },
});

/** Sums as the statistics count them: claims applied for; approved and paid by the ledger, less what was cancelled and recovered. */
async function totalsOf(db: Database, classId: string): Promise<z.output<typeof Totals>> {
  const found = await sql<z.output<typeof Totals>>`
    select (select count(*)::int from enrolment where class_id = ${classId} and seat is not null) as learners,
      (select count(*)::int from certificate f join enrolment e on e.id = f.enrolment_id where e.class_id = ${classId}) as certificates,
      k.claims, m.approved as "approvedFen", p.payments, m.paid as "paidFen"
    from (
      select count(*) filter (where state not in ('prepared', 'declined', 'lapsed', 'withdrawn'))::int as claims
      from claim where class_id = ${classId}) k
    cross join (
      select coalesce(sum(m.approved_fen), 0)::bigint as approved, coalesce(sum(m.paid_fen), 0)::bigint as paid
      from claim c join ledger_entry t on t.claim_id = c.id join money_fact_now m on m.entry_id = t.id where c.class_id = ${classId}) m
    cross join (
      select count(*)::int as payments
      from claim c join payment p on p.claim_id = c.id and p.state = 'paid' where c.class_id = ${classId}) p`.execute(
    db,
  );
  return found.rows[0] as z.output<typeof Totals>;
}

async function sessionsOf(db: Database, classId: string): Promise<z.output<typeof Session>[]> {
  const found = await sql<Omit<z.output<typeof Session>, "startsAt"> & { startsAt: Date }>`
    select s.id, s.starts_at as "startsAt", s.topic, s.hours, s.cancelled,
      count(a.*) filter (where a.mark = 'present')::int as present,
      count(a.*) filter (where a.mark in ('late', 'left-early'))::int as partly,
      count(a.*) filter (where a.mark in ('absent', 'leave', 'sick'))::int as away,
      case when s.cancelled then 0 else coalesce(sum(a.hours), 0) end as "creditedHours"
    from class_session s left join attendance a on a.session_id = s.id
    where s.class_id = ${classId} group by s.id order by s.starts_at`.execute(db);
  return found.rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
}

type ClaimRow = Omit<z.output<typeof Learner>["claims"][number], "benefitLabel" | "stateLabel">;

const claimsOf = (where: ReturnType<typeof sql>) => sql`coalesce((
  select json_agg(json_build_object('id', k.id, 'number', k.number, 'benefit', k.benefit, 'state', k.state, 'approvedFen', k.approved_fen,
    'payments', coalesce((select json_agg(json_build_object('id', p.id, 'number', p.number, 'state', p.state, 'amountFen', p.amount_fen)
                                          order by p.created_at) from payment p where p.claim_id = k.id), '[]')) order by k.created_at)
  from claim k where ${where}), '[]')`;

const labelled = ({ services }: Context, claim: ClaimRow): z.output<typeof Learner>["claims"][number] => ({
  ...claim,
  benefitLabel: benefitLabel(services.policies, claim.benefit),
  stateLabel: stateLabel("claim", claim.state),
  payments: claim.payments.map((payment) => ({ ...payment, stateLabel: stateLabel("payment", payment.state) })),
});

type LearnerRow = Omit<z.output<typeof Learner>, "hours" | "claims" | "stateLabel"> & {
  claims: ClaimRow[];
  place: number;
};

async function learnersOf(context: Context, classId: string, query: z.output<typeof PageQuery>) {
  const after = decodeCursor(query.cursor, 2);
  const found = await sql<LearnerRow>`
    select e.id as "enrolmentId", e.seat, e.state, coalesce(e.seat, 100000) as place,
      json_build_object('id', p.id, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked) as person,
      coalesce((select json_agg(json_build_object('id', f.id, 'serial', f.serial, 'kind', f.kind, 'issuedOn', f.issued_on) order by f.issued_on)
                from certificate f where f.enrolment_id = e.id), '[]') as certificates,
      ${claimsOf(sql`k.class_id = e.class_id and k.enrolment_id = e.id`)} as claims
    from enrolment e join person p on p.id = e.person_id
    where e.class_id = ${classId} ${after ? sql`and (coalesce(e.seat, 100000), e.id) > (${Number(after[0])}, ${String(after[1])}::uuid)` : sql``}
    order by coalesce(e.seat, 100000), e.id limit ${query.limit + 1}`.execute(context.db);
  const page = toPage(found.rows, query.limit, (row) => [row.place, row.enrolmentId]);
  const hours = await completionOf(
    context.db,
    page.rows.map((row) => row.enrolmentId),
  );
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ place: _place, ...row }) => ({
      ...row,
      person: { ...row.person, name: nameFor(context.actor, row.person.name) },
      stateLabel: stateLabel("enrolment", row.state),
      hours: hours.get(row.enrolmentId) ?? null,
      claims: row.claims.map((claim) => labelled(context, claim)),
    })),
  };
}

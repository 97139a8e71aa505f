import { z } from "zod";
import { InPlace, inPlaceShown } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { benefitLabel, stateLabel } from "../../reporting/index.ts";
import { TracedDecision, traceDecision } from "./trace-decision.ts";
import { TracedEvidence, traceEvidence } from "./trace-evidence.ts";
import { TracedBatch, TracedEntry, TracedPayment, traceLedger, tracePayments } from "./trace-money.ts";
import { claimOwner, nameFor, officerFor, TRACERS } from "./trace-owner.ts";

const Person = z.object({ id: Id, name: z.string(), citizenIdMasked: z.string(), town: z.string() });

const TracedClaim = z.object({
  id: Id,
  number: z.string(),
  benefit: z.string(),
  benefitLabel: z.string(),
  stage: z.string().nullable(),
  policyId: z.string(),
  appliedOn: CivilDate,
  submittedAt: Instant.nullable(),
  state: z.string(),
  stateLabel: z.string(),
  askedFen: z.number().nullable(),
  approvedFen: z.number().nullable(),
  paidFen: z.number().nullable(),
  payeeKind: z.string(),
  publicisedFrom: CivilDate.nullable(),
  publicisedTo: CivilDate.nullable(),
  town: z.string(),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
});

/** Part of a trace that belongs to a claim and the evidence behind it. */
export const ClaimTrace = z
  .object({
    claim: TracedClaim,
    person: Person.nullable(),
    reviews: z.array(
      z.object({
        version: z.number().int(),
        round: z.number().int(),
        verdict: z.string(),
        verdictLabel: z.string(),
        officer: z.string().nullable(),
        at: Instant,
        amountFen: z.number().nullable(),
        sampled: z.boolean(),
        reason: z.string(),
      }),
    ),
    history: z.array(
      z.object({
        state: z.string(),
        stateLabel: z.string(),
        at: Instant,
        by: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    decision: TracedDecision.nullable(),
    inPlaceOf: InPlace.nullable().describe("替哪位亲属参加"),
  })
  .extend(TracedEvidence.shape);

interface Row {
  claim: Omit<z.output<typeof TracedClaim>, "benefitLabel" | "stateLabel" | "submittedAt"> & {
    submittedAt: Date | null;
  };
  person: z.output<typeof Person> | null;
  class_id: string | null;
  enrolment_id: string | null;
  certificate_id: string | null;
}

const VERDICTS: Record<string, string> = { pass: "通过", return: "退回补正", refuse: "不予补贴" };

/** Trace from a claim back to its facts. */
export async function traceOfClaim(context: Context, claimId: string): Promise<z.output<typeof ClaimTrace>> {
  const { db, actor } = context;
  const found = await sql<Row>`
    select json_build_object('id', c.id, 'number', c.number, 'benefit', c.benefit, 'stage', c.stage, 'policyId', c.policy_id,
        'appliedOn', c.applied_on, 'submittedAt', c.submitted_at, 'state', c.state, 'askedFen', c.asked_fen, 'approvedFen', c.approved_fen,
        'paidFen', c.paid_fen, 'payeeKind', c.payee_kind, 'publicisedFrom', c.publicised_from, 'publicisedTo', c.publicised_to,
        'town', c.town, 'organisation', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) as claim,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked, 'town', p.town) end as person,
      c.class_id, c.enrolment_id, c.certificate_id
    from claim c left join person p on p.id = c.person_id left join organisation o on o.id = c.organisation_id
    where c.id = ${claimId}`.execute(db);
  const row = found.rows[0];
  if (!row) throw notFound("补贴申请");
  const [evidence, decision, inPlace, reviews, history] = await Promise.all([
    traceEvidence(db, { classId: row.class_id, enrolmentId: row.enrolment_id, certificateId: row.certificate_id }),
    traceDecision(context, claimId),
    inPlaceShown(context, row.enrolment_id),
    reviewsOf(context, claimId),
    historyOf(context, claimId),
  ]);
  const { claim, person } = row;
  return {
    claim: {
      ...claim,
      submittedAt: claim.submittedAt === null ? null : new Date(claim.submittedAt).toISOString(),
      benefitLabel: benefitLabel(context.services.policies, claim.benefit),
      stateLabel: stateLabel("claim", claim.state),
    },
    person: person && { ...person, name: nameFor(actor, person.name) },
    reviews,
    history,
    decision,
    inPlaceOf: inPlace && { ...inPlace, principalName: nameFor(actor, inPlace.principalName) },
    ...evidence,
  };
}

async function reviewsOf({ db, actor }: Context, claimId: string) {
  const rows = await db
    .selectFrom("claim_review as r")
    .innerJoin("account as a", "a.id", "r.officer_id")
    .select(["r.version", "r.round", "r.verdict", "a.name", "r.at", "r.amount_fen", "r.sampled", "r.reason"])
    .where("r.claim_id", "=", claimId)
    .orderBy("r.id")
    .execute();
  return rows.map(({ name, amount_fen, at, ...row }) => ({
    ...row,
    verdictLabel: VERDICTS[row.verdict] ?? row.verdict,
    officer: officerFor(actor, name, "人社部门"),
    amountFen: amount_fen,
    at: at.toISOString(),
  }));
}

async function historyOf({ db, actor }: Context, claimId: string) {
  const rows = await db
    .selectFrom("state_history as h")
    .leftJoin("account as a", "a.id", "h.account_id")
    .select(["h.to_state", "h.at", "h.reason", "a.name"])
    .where("h.subject_id", "=", claimId)
    .where("h.machine", "=", "claim")
    .orderBy("h.id")
    .execute();
  return rows.map((row) => ({
    state: row.to_state,
    stateLabel: stateLabel("claim", row.to_state),
    at: row.at.toISOString(),
    by: officerFor(actor, row.name, "经办人"),
    reason: row.reason,
  }));
}

/** Trace of a claim both ways: back to its evidence, forward to its payments. */
export const traceClaim = operation({
  method: "GET",
  path: "/api/v1/trace/claims/:id",
  summary: "追溯：从补贴申请看依据与付款",
  permission: { roles: TRACERS, over: claimOwner },
  params: ById,
  output: ClaimTrace.extend({
    payments: z.array(z.object({ payment: TracedPayment, batch: TracedBatch })),
    ledger: z.array(TracedEntry),
  }),
  async run(context, { params }) {
    const [trace, payments, ledger] = await Promise.all([
      traceOfClaim(context, params.id),
      tracePayments(context.db, context.actor, { claimId: params.id }),
      traceLedger(context.db, context.actor, params.id, null),
    ]);
    return { ...trace, payments: payments.map(({ payment, batch }) => ({ payment, batch })), ledger };
  },
});

import type { Case } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";
import { claimOwner } from "./claim-record.ts";
import { Evidence, evidenceOf } from "./claim-evidence.ts";
import { CLAIM_ORDER, CLAIM_READERS, ClaimLine, filtered, readClaimLines } from "./claim-rows.ts";
import { opened } from "./sealed-contact.ts";
import { Step, stepsOf } from "./timeline.ts";
import { traceNamingClaims } from "../case/earlier-claims.ts";
import { DecisionShape } from "../programme/trace.ts";

const Review = z.strictObject({
  round: z.number().int(),
  version: z.number().int(),
  verdict: z.enum(["pass", "return", "refuse"]),
  officer: z.string().nullable().describe("审核人，只对工作人员显示"),
  mine: z.boolean().describe("由您本人作出"),
  amountFen: Fen.nullable(),
  sampled: z.boolean(),
  reason: z.string(),
  at: Instant,
});

export const Objection = z.strictObject({
  id: Id,
  kind: z.enum(["public", "own", "appeal"]),
  text: z.string(),
  contact: z.string().nullable().describe("只对审核人员显示"),
  raisedAt: Instant,
  dueOn: CivilDate,
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
  answeredAt: Instant.nullable(),
});

const Cancellation = z.strictObject({
  id: Id,
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  mine: z.boolean().describe("由您本人提出"),
  agreed: z.boolean().nullable(),
  lessFen: Fen.nullable().describe("只收回其中多核定的；空：全部撤销"),
});

const Version = z.strictObject({
  id: Id,
  version: z.number().int(),
  at: Instant,
  outcome: z.enum(["granted", "refused", "incomplete"]),
  amountFen: Fen,
  recoverFen: Fen,
  policyVersion: z.string().nullable().describe("裁定所依据的政策版本；版本不在本平台的为空"),
  digest: z.string(),
  current: z.boolean(),
});

/** `GET /api/v1/claims/:id`: the whole case: facts, decision with its trace, evidence, every version, reviews, objections, steps. */
export const showClaim = operation({
  method: "GET",
  path: "/api/v1/claims/:id",
  summary: "补贴申请详情",
  permission: { roles: ["learner", ...CLAIM_READERS], over: claimOwner },
  behalf: ["claim", "record"],
  scope: "claims:read",
  params: ById,
  output: z.strictObject({
    claim: ClaimLine,
    personId: Id.nullable(),
    sourceId: Id.nullable(),
    publicisedFrom: CivilDate.nullable(),
    publicisedTo: CivilDate.nullable(),
    stated: z.record(z.string(), z.unknown()),
    facts: z.record(z.string(), z.unknown()).describe("裁定所依据的事实（裁定合约的案例）"),
    decision: DecisionShape.nullable().describe("由所存事实重新推导的裁定过程"),
    versions: z.array(Version),
    evidence: Evidence,
    reviews: z.array(Review),
    objections: z.array(Objection),
    cancellations: z.array(Cancellation),
    steps: z.array(Step),
  }),
  async run(context, { params }) {
    const { db, actor, services, today } = context;
    const where = sql.join(
      [filtered(actor, { state: undefined }, today), sql<boolean>`c.id = ${params.id}`],
      sql` and `,
    );
    const [line] = (await readClaimLines(context, where, today, { sort: CLAIM_ORDER.usual, limit: 1 })).rows;
    const row = await db.selectFrom("claim").selectAll().where("id", "=", params.id).executeTakeFirst();
    if (!line || !row) throw notFound("补贴申请");
    const versions = await db
      .selectFrom("claim_decision")
      .selectAll()
      .where("claim_id", "=", params.id)
      .orderBy("version")
      .execute();
    const current = versions.find((version) => version.id === row.decision_id);
    return {
      claim: line,
      personId: row.person_id,
      sourceId: row.source_id,
      publicisedFrom: row.publicised_from,
      publicisedTo: row.publicised_to,
      stated: row.stated,
      facts: (current?.facts ?? {}) as Case & Record<string, unknown>,
      decision: current
        ? await traceNamingClaims(context, { personId: row.person_id, claimId: row.id }, current)
        : null,
      versions: versions.map((version) => ({
        id: version.id,
        version: version.version,
        at: version.at.toISOString(),
        outcome: version.outcome,
        amountFen: version.amount_fen,
        recoverFen: version.recover_fen,
        policyVersion: services.policies.ofDigest(version.policy_digest)?.version ?? null,
        digest: version.policy_digest,
        current: version.id === row.decision_id,
      })),
      evidence: await evidenceOf(context, row),
      reviews: await reviewsOf(context, params.id),
      objections: await objectionsOf(context, params.id),
      cancellations: await cancellationsOf(context, params.id),
      steps: await stepsOf(db, params.id),
    };
  },
});

const isStaff = (context: Context): boolean => !["learner", "institution", "enterprise"].includes(context.actor.role);

async function reviewsOf(context: Context, id: string): Promise<z.output<typeof Review>[]> {
  const found = await context.db
    .selectFrom("claim_review as r")
    .innerJoin("account as a", "a.id", "r.officer_id")
    .select([
      "r.round",
      "r.version",
      "r.verdict",
      "r.officer_id",
      "a.name",
      "r.amount_fen",
      "r.sampled",
      "r.reason",
      "r.at",
    ])
    .where("r.claim_id", "=", id)
    .orderBy("r.id")
    .execute();
  return found.map(({ name, officer_id, amount_fen, at, ...review }) => ({
    ...review,
    officer: isStaff(context) ? name : null,
    mine: officer_id === context.actor.accountId,
    amountFen: amount_fen,
    at: at.toISOString(),
  }));
}

/** Objections to a claim. Public objectors are shown to officers only. */
export async function objectionsOf(context: Context, claimId: string): Promise<z.output<typeof Objection>[]> {
  const found = await context.db
    .selectFrom("objection")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("raised_at")
    .execute();
  return found.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    contact:
      row.contact_sealed && context.actor.role === "reviewer" ? opened(context, row.id, row.contact_sealed) : null,
    raisedAt: row.raised_at.toISOString(),
    dueOn: row.due_on,
    answer: row.answer,
    upheld: row.upheld,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }));
}

async function cancellationsOf(context: Context, claimId: string): Promise<z.output<typeof Cancellation>[]> {
  if (!isStaff(context)) return [];
  const found = await context.db
    .selectFrom("claim_cancellation as x")
    .innerJoin("account as a", "a.id", "x.asked_by")
    .select(["x.id", "x.reason", "x.asked_by", "a.name", "x.asked_at", "x.agreed", "x.less_fen as lessFen"])
    .where("x.claim_id", "=", claimId)
    .orderBy("x.asked_at")
    .execute();
  return found.map(({ name, asked_by, asked_at, ...row }) => ({
    ...row,
    askedBy: name,
    askedAt: asked_at.toISOString(),
    mine: asked_by === context.actor.accountId,
  }));
}

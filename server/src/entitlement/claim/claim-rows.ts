import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { CivilDate, Fen, Id, Instant, SearchText } from "../../kernel/shapes.ts";
import { byDate, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { claimStates, type ClaimState, MAY_ASK_AGAIN, OFFICE } from "../claim-states.ts";
import { firstDayStillAskable, lastDayToAsk, sameThing } from "./claim-period.ts";

export const State = z.enum(Object.keys(claimStates.states) as [ClaimState, ...ClaimState[]]);

/** A claim in officers' lists. */
export const ClaimLine = z.strictObject({
  id: Id,
  number: z.string(),
  policyId: z.string(),
  policyTitle: z.string().describe("所属政策"),
  benefit: z.string(),
  benefitName: z.string(),
  stage: z.enum(["advance", "settlement"]).nullable(),
  state: State,
  stateLabel: z.string(),
  office: z.string().describe("下一步由谁办理"),
  personName: z.string().nullable(),
  citizenIdMasked: z.string().nullable(),
  organisationName: z.string().nullable(),
  classId: Id.nullable(),
  className: z.string().nullable(),
  town: z.string(),
  payeeKind: z.enum(["person", "organisation"]),
  outcome: z.enum(["granted", "refused", "incomplete"]).nullable(),
  redecidedFrom: z.string().nullable().describe("由哪一笔申请追溯裁定而来"),
  alreadyFen: Fen.describe("补发差额的申请：原申请已有的金额"),
  askedFen: Fen.nullable(),
  approvedFen: Fen.nullable(),
  paidFen: Fen.nullable(),
  appliedOn: CivilDate,
  submittedAt: Instant.nullable(),
  dueOn: CivilDate.nullable(),
  overdue: z.boolean(),
  openObjections: z.number().int(),
  held: z.boolean().describe("因已确认的疑点暂缓办理"),
  publicisedFrom: CivilDate.nullable(),
  publicisedTo: CivilDate.nullable(),
  askUntil: CivilDate.nullable().describe("最迟在这一天申请；不凭证书申请的没有期限"),
  mayAskAgain: z.boolean().describe("已撤回或已放弃，仍在申请期限内，且没有别的申请在办：可以重新申请"),
});
export type ClaimLine = z.output<typeof ClaimLine>;

export const ClaimFilter = z.object({
  state: z
    .string()
    .max(300)
    .optional()
    .describe("一个或多个状态，用逗号隔开")
    .transform((text) => text?.split(",").filter((state) => state !== "")),
  policy: z.string().max(80).optional().describe("政策编号"),
  benefit: z.string().max(40).optional(),
  town: z.string().max(9).optional(),
  organisationId: Id.optional(),
  classId: Id.optional(),
  personId: Id.optional(),
  outcome: z.enum(["granted", "refused", "incomplete"]).optional(),
  overdue: z.enum(["true", "false"]).optional(),
  held: z.enum(["true", "false"]).optional().describe("因已确认的疑点暂缓办理"),
  reviewable: z.enum(["true"]).optional().describe("只列本人可以审核的：不是本人提交，复审时不是本人初审"),
  q: SearchText(40).optional().describe("申请编号或姓名"),
});
export type ClaimFilter = z.output<typeof ClaimFilter>;

/** Roles that may list claims. Learners have `GET /api/v1/me/claims`. */
export const CLAIM_READERS = ["institution", "enterprise", "reviewer", "finance", "auditor"] as const;

/** SQL condition on `claim c` for the claims this account covers: the same rule as `covers`. */
export function visibleClaims(actor: Actor) {
  switch (actor.role) {
    case "learner":
      return sql<boolean>`c.person_id = ${actor.personId}`;
    case "institution":
    case "enterprise":
      return sql<boolean>`c.organisation_id = ${actor.organisationId}`;
    default:
      return sql<boolean>`starts_with(c.town, ${actor.region})`;
  }
}

/** Condition on `claim c`: a hold names the claim, its class, person or organisation. It may have ended since. */
const NAMED_BY_HOLD = sql.join(
  ["id", "class_id", "person_id", "organisation_id"].map(
    (column) => sql`c.${sql.ref(column)} = any(array(select subject_id from claim_hold_subject))`,
  ),
  sql` or `,
);

/** The filter as a condition on `claim c` (joined as in `readClaimLines`). */
export function filtered(actor: Actor, filter: ClaimFilter, today: string) {
  const parts = [visibleClaims(actor)];
  if (filter.state?.length) parts.push(sql<boolean>`c.state = any(${filter.state}::text[])`);
  if (filter.policy !== undefined) parts.push(sql<boolean>`c.policy_id = ${filter.policy}`);
  if (filter.benefit !== undefined) parts.push(sql<boolean>`c.benefit = ${filter.benefit}`);
  if (filter.town !== undefined) parts.push(sql<boolean>`starts_with(c.town, ${filter.town})`);
  if (filter.organisationId !== undefined) parts.push(sql<boolean>`c.organisation_id = ${filter.organisationId}`);
  if (filter.classId !== undefined) parts.push(sql<boolean>`c.class_id = ${filter.classId}`);
  if (filter.personId !== undefined) parts.push(sql<boolean>`c.person_id = ${filter.personId}`);
  if (filter.outcome !== undefined)
    parts.push(
      // Most claims are granted, which is asked of each; the others are few and found by their outcome.
      filter.outcome === "granted"
        ? sql<boolean>`(select d.outcome from claim_decision d where d.id = c.decision_id) = 'granted'`
        : sql<boolean>`exists (select from claim_decision d where d.id = c.decision_id and d.claim_id = c.id and d.outcome = ${filter.outcome})`,
    );
  if (filter.overdue !== undefined)
    parts.push(
      sql<boolean>`(c.state in ('submitted', 'first-passed') and c.due_on < ${today}) = ${filter.overdue === "true"}`,
    );
  // Holds name few subjects, so the claims they may concern are found by index before each is asked about.
  if (filter.held === "true")
    parts.push(
      sql<boolean>`(${NAMED_BY_HOLD}) and standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is not null`,
    );
  if (filter.held === "false")
    parts.push(
      sql<boolean>`((${NAMED_BY_HOLD}) is not true or standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is null)`,
    );
  if (filter.reviewable !== undefined)
    parts.push(
      sql<boolean>`c.submitted_by is distinct from ${actor.accountId} and not (c.state = 'first-passed' and coalesce((
        select r.officer_id = ${actor.accountId} from claim_review r where r.claim_id = c.id order by r.id desc limit 1), false))`,
    );
  if (filter.q !== undefined && filter.q !== "")
    parts.push(
      sql<boolean>`(c.number = ${filter.q.toUpperCase()} or c.person_id = any(array(select q.id from person q where q.name = ${filter.q})))`,
    );
  return sql.join(parts, sql` and `);
}

interface Row {
  id: string;
  number: string;
  policy_id: string;
  benefit: string;
  stage: "advance" | "settlement" | null;
  state: ClaimState;
  person_name: string | null;
  citizen_id_masked: string | null;
  organisation_name: string | null;
  class_id: string | null;
  class_name: string | null;
  town: string;
  payee_kind: "person" | "organisation";
  outcome: "granted" | "refused" | "incomplete" | null;
  redecided_from: string | null;
  already_fen: number;
  asked_fen: number | null;
  approved_fen: number | null;
  paid_fen: number | null;
  applied_on: ClaimLine["appliedOn"];
  submitted_at: Date | null;
  due_on: ClaimLine["dueOn"];
  overdue: boolean;
  open_objections: number;
  held: boolean;
  publicised_from: ClaimLine["publicisedFrom"];
  publicised_to: ClaimLine["publicisedTo"];
  issued_on: string | null;
  may_ask_again: boolean;
}

const lineOf = (policies: Services["policies"], row: Row): ClaimLine => ({
  id: row.id,
  number: row.number,
  policyId: row.policy_id,
  policyTitle: policies.get(row.policy_id)?.title ?? row.policy_id,
  benefit: row.benefit,
  benefitName: policies.benefitName(row.policy_id, row.benefit),
  stage: row.stage,
  state: row.state,
  stateLabel: claimStates.states[row.state].label,
  office: OFFICE[row.state],
  personName: row.person_name,
  citizenIdMasked: row.citizen_id_masked,
  organisationName: row.organisation_name,
  classId: row.class_id,
  className: row.class_name,
  town: row.town,
  payeeKind: row.payee_kind,
  outcome: row.outcome,
  redecidedFrom: row.redecided_from,
  alreadyFen: row.already_fen,
  askedFen: row.asked_fen,
  approvedFen: row.approved_fen,
  paidFen: row.paid_fen,
  appliedOn: row.applied_on,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  dueOn: row.due_on,
  overdue: row.overdue,
  openObjections: row.open_objections,
  held: row.held,
  publicisedFrom: row.publicised_from,
  publicisedTo: row.publicised_to,
  askUntil: row.issued_on === null ? null : lastDayToAsk(row.issued_on),
  mayAskAgain: row.may_ask_again,
});

/** Sort keys of claim lists; by default what is due first comes first. */
export const CLAIM_ORDER = sortable({
  columns: {
    dueOn: byDate("c.due_on", "last"),
    number: byText("c.number"),
    appliedOn: byDate("c.applied_on"),
    approvedFen: byNumber("c.approved_fen", "first"),
  },
  unique: byText("c.number"),
  usual: "dueOn",
  large: "claim c",
});

/** One page of claims. */
export async function readClaimLines(
  { db, services }: Pick<Context, "db" | "services">,
  where: ReturnType<typeof filtered>,
  today: string,
  request: Parameters<typeof CLAIM_ORDER.page>[0],
): Promise<{ rows: ClaimLine[]; nextCursor: string | null }> {
  const page = CLAIM_ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    db,
    sql<Placed<Row>>`
    select c.id, c.number, c.policy_id, c.benefit, c.stage, c.state, p.name as person_name, p.citizen_id_masked,
      o.name as organisation_name, c.class_id, t.name as class_name, c.town, c.payee_kind, d.outcome, (select b.number from claim b where b.id = c.redecided_from) as redecided_from, c.already_fen, c.asked_fen, c.approved_fen,
      c.paid_fen, c.applied_on, c.submitted_at, c.due_on, c.publicised_from, c.publicised_to,
      coalesce(c.state in ('submitted', 'first-passed') and c.due_on < ${today}, false) as overdue,
      (select count(*)::int from objection b where b.claim_id = c.id and b.answered_at is null) as open_objections,
      standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is not null as held,
      f.issued_on, case when c.state = any(${[...MAY_ASK_AGAIN]}::text[])
        then coalesce(f.issued_on >= ${firstDayStillAskable(today)}, true)
          and not exists (select from certificate_revocation r where r.certificate_id = f.id)
          and not exists (select from claim k where ${sameThing("k", "c")})
        else false end as may_ask_again,
      ${page.place}
    from claim c
    left join person p on p.id = c.person_id
    left join organisation o on o.id = c.organisation_id
    left join training_class t on t.id = c.class_id
    left join claim_decision d on d.id = c.decision_id
    left join certificate f on f.id = c.certificate_id
    where ${where} and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return { rows: rows.map((row) => lineOf(services.policies, row)), nextCursor };
}

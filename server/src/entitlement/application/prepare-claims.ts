import { groupsRead, type Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { programmesOn } from "../../kernel/programmes.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { groupsAt } from "../../people/index.ts";
import { inPlaceOf } from "../../training/index.ts";
import { certificateBenefits, preparedBy, servesInPlace } from "../programme/claiming.ts";
import { DEAD } from "../claim-states.ts";
import { adjudicateDrafts, type ClaimDraft, type CreatedClaim, insertClaims } from "./create-claims.ts";
import { policyOn } from "../programme/policies.ts";

interface CertificateRow {
  id: string;
  person_id: string;
  class_id: string | null;
  enrolment_id: string | null;
  policy_id: string | null;
  benefit: string | null;
  enterprise_id: string | null;
  class_region: string | null;
  town: string;
  /** Benefits with a claim that isn't closed; these are skipped. */
  claimed: string[];
  /** Whether one of the certificate's own benefits is claimed or granted, which ends the search. */
  settled: boolean;
}

/**
 * Prepares the claims of new certificates (免申即享), decided and waiting for confirmation. The benefit of the class is prepared
 * whatever the verdict, so that its person sees each condition; another benefit only if it is granted and the class's isn't. A
 * benefit with a claim is skipped, so the call is idempotent. `again`: for an old certificate after new facts about its holder;
 * prepares nothing that would be refused, nor what the holder or an office has ended. Claims are numbered in the order of their
 * certificates. Returns the number of new claims.
 */
export async function prepareClaims(
  context: Context,
  certificateIds: readonly string[],
  { again = false }: { again?: boolean } = {},
): Promise<number> {
  const holders = await sql<{ id: string }>`
    select distinct person_id as id from certificate where id = any(${[...certificateIds]}::uuid[])`.execute(
    context.db,
  );
  await lockPeople(
    context,
    holders.rows.map((row) => row.id),
  );
  const rows = await readCertificates(context, certificateIds, again);
  let made = 0;
  for (const [policyId, group] of Map.groupBy(rows, (row) => row.policy_id)) {
    // A certificate without a class of ours is tried under the county's programmes of today in turn, until one entitles its holder.
    const programmes =
      policyId === null
        ? programmesOn(context.services.policies, context.today)
        : [policyOn(context.services, policyId, context.today)];
    let left = group;
    for (const policy of programmes) {
      const claims = await choose(context, policy, left, again);
      await insertClaims(context, claims, { state: "prepared" });
      made += claims.length;
      const done = new Set(claims.map(({ draft }) => draft.certificateId));
      left = left.filter((row) => !done.has(row.id));
    }
  }
  return made;
}

/** First each class's benefit; then, for those who aren't granted it, the best of the certificate's others. */
async function choose(
  context: Context,
  policy: Policy,
  rows: readonly CertificateRow[],
  again: boolean,
): Promise<CreatedClaim[]> {
  const open = rows.filter((row) => !row.settled);
  const ofClass = open.flatMap((row) => {
    const benefit = row.benefit;
    return benefit !== null && policy.benefits.has(benefit) ? [{ row, benefit }] : [];
  });
  const main = await adjudicateDrafts(context, policy.id, drafts(context, policy, ofClass));
  const granted = new Set(main.filter((c) => c.decision.outcome === "granted").map((c) => c.draft.certificateId));
  const others = open
    .filter((row) => !granted.has(row.id))
    .flatMap((row) =>
      certificateBenefits(policy)
        .filter((benefit) => benefit !== row.benefit)
        .map((benefit) => ({ row, benefit })),
    );
  const found = await adjudicateDrafts(context, policy.id, drafts(context, policy, others));
  const best = new Map<string | null, CreatedClaim>();
  for (const claim of found) {
    const before = best.get(claim.draft.certificateId);
    const fen = claim.decision.amountFen ?? 0;
    if (claim.decision.outcome === "granted" && fen > (before?.decision.amountFen ?? 0))
      best.set(claim.draft.certificateId, claim);
  }
  const beside = await adjudicateDrafts(
    context,
    policy.id,
    drafts(context, policy, await wishesBeside(context, policy, rows)),
  );
  return [
    ...main.filter(
      ({ draft, decision }) => !best.has(draft.certificateId) && (!again || decision.outcome === "granted"),
    ),
    ...best.values(),
    ...beside.filter((claim) => claim.decision.outcome !== "refused"),
  ];
}

interface Wish {
  row: CertificateRow;
  benefit: string;
}

/**
 * Benefits beside the class's own, for learners of a group that its rules read. Most learners have no such group and need no case.
 */
async function wishesBeside(context: Context, policy: Policy, rows: readonly CertificateRow[]): Promise<Wish[]> {
  const benefits = preparedBy(policy, "beside");
  if (benefits.length === 0) return [];
  const groups = await groupsAt(
    context.db,
    rows.map((row) => row.person_id),
    context.today,
  );
  const inPlace = await inPlaceOf(
    context.db,
    rows.flatMap((row) => row.enrolment_id ?? []),
  );
  return benefits.flatMap((benefit) => {
    const wanted = groupsRead(policy, benefit);
    return rows
      .filter((row) => servesInPlace(policy, benefit) || !inPlace.has(row.enrolment_id ?? ""))
      .filter((row) => row.class_id !== null && groups.get(row.person_id)?.some((group) => wanted.has(group)))
      .map((row) => ({ row, benefit }));
  });
}

const drafts = (context: Context, policy: Policy, wishes: readonly Wish[]): ClaimDraft[] =>
  wishes.flatMap(({ row, benefit }) => draftOf(context, policy, row, benefit) ?? []);

/**
 * Null if nobody could confirm it: claimed already, claimed for a class as a whole, or by an enterprise that the class doesn't
 * name.
 */
function draftOf(context: Context, policy: Policy, row: CertificateRow, benefit: string): ClaimDraft | null {
  const claiming = policy.claiming.get(benefit);
  const toEnterprise = claiming?.by[0] === "enterprise";
  if (claiming?.per !== "person" || row.claimed.includes(benefit) || (toEnterprise && row.enterprise_id === null))
    return null;
  return {
    benefit,
    appliedOn: context.today,
    stage: null,
    personId: row.person_id,
    organisationId: toEnterprise ? row.enterprise_id : null,
    classId: row.class_id,
    enrolmentId: row.enrolment_id,
    certificateId: row.id,
    payeeKind: toEnterprise ? "organisation" : "person",
    region: row.class_region ?? row.town.slice(0, 6),
    town: row.town,
    stated: {},
  };
}

/** A declined claim isn't prepared again; after any other end the certificate may be claimed for anew. */
const CLOSED = DEAD.filter((state) => state !== "declined");

async function readCertificates(context: Context, ids: readonly string[], again: boolean): Promise<CertificateRow[]> {
  const beside = context.services.policies
    .every()
    .flatMap((policy) => preparedBy(policy, "beside").map((benefit) => ({ policy: policy.id, benefit })));
  const found = await sql<CertificateRow>`
    with live as (
      select f.id as certificate_id, k.policy_id, k.benefit,
        k.state <> 'prepared' or d.outcome = 'granted' as settles
      from certificate f
      join claim k on k.person_id = f.person_id and (k.certificate_id = f.id or k.enrolment_id = f.enrolment_id)
      left join claim_decision d on d.id = k.decision_id
      where f.id = any(${[...ids]}::uuid[]) and case when ${again}::boolean
        then k.state <> 'lapsed' and not (k.state = 'refused' and d.outcome <> 'granted')
        else k.state <> all(${CLOSED}::text[]) end)
    select f.id, f.person_id, f.class_id, f.enrolment_id, c.policy_id, c.benefit, c.enterprise_id,
      c.region as class_region, coalesce(c.town, p.town) as town,
      array(select l.benefit from live l where l.certificate_id = f.id) as claimed,
      exists (select from live l where l.certificate_id = f.id and l.settles
        and (l.policy_id, l.benefit) not in (select * from unnest(${beside.map(({ policy }) => policy)}::text[],
          ${beside.map(({ benefit }) => benefit)}::text[]))) as settled
    from certificate f join person p on p.id = f.person_id left join training_class c on c.id = f.class_id
    where f.id = any(${[...ids]}::uuid[])
      and not exists (select from certificate_revocation r where r.certificate_id = f.id)
      and coalesce((select w.given from consent w where w.person_id = f.person_id and w.purpose = 'real-name' order by w.id desc limit 1), true)
    order by f.issued_on, f.serial`.execute(context.db);
  return found.rows;
}

/** Serialised by person: two events about them may be handled at once. */
export async function lockPeople(context: Context, personIds: readonly string[]): Promise<void> {
  await sql`select from person where id = any(${[...personIds]}::uuid[]) order by id for no key update`.execute(
    context.db,
  );
}

/** A certificate was issued: prepares its claim. */
export const prepareOnCertificate: Subscription<"certificate-issued"> = {
  event: "certificate-issued",
  name: "prepare-claims",
  title: "按新证书准备补贴申请",
  async run(context, { certificateId }) {
    await prepareClaims(context, [certificateId]);
  },
};

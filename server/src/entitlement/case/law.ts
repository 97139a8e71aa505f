import { type Case, lawOf, type Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable, type Problem } from "../../kernel/problem.ts";
import type { Policies } from "../../kernel/policies.ts";
import type { Services } from "../../kernel/services.ts";
import { buildCases, type Subject } from "./build-cases.ts";
import { type LawfulCase, policyOf } from "../programme/policies.ts";

/** The refusal where a programme has no version in force on the day that a claim goes by. */
export function noLaw(services: Services, programme: string, day: string): Problem {
  const { title } = policyOf(services, programme);
  return unacceptable(
    "no-law-on-day",
    `“${title}”没有适用于 ${day} 这笔申请的版本，现在不能裁定。请向人社部门咨询该政策是否延续，或改按当前的政策申请。`,
  );
}

/**
 * Builds new cases of a programme, each for the version that is in force on its day; null where none is. A version may go by a day
 * that only the case tells (the training's first, the certificate's), so the newest version's case is built first.
 */
export async function casesByLaw(
  context: Pick<Context, "db" | "services">,
  programme: string,
  subjects: readonly Subject[],
): Promise<(LawfulCase | null)[]> {
  const { policies } = context.services;
  const newest = policyOf(context.services, programme);
  const first = await buildCases(context.db, newest, subjects);
  const laws = first.map((facts) => policies.lawOf(programme, facts));
  const older = Map.groupBy(
    subjects.filter((_subject, at) => laws[at] !== newest),
    (subject) => laws[subjects.indexOf(subject)],
  );
  const rebuilt = new Map<Subject, Case>();
  for (const [law, group] of older) {
    if (!law) continue;
    const cases = await buildCases(context.db, law, group);
    for (const [at, subject] of group.entries()) if (cases[at]) rebuilt.set(subject, cases[at]);
  }
  return subjects.map((subject, at) => {
    const policy = laws[at];
    const facts = rebuilt.get(subject) ?? first[at];
    return policy?.benefits.has(subject.benefit) === true && facts ? { policy, facts } : null;
  });
}

interface Decided {
  id: string;
  number: string;
  policy_id: string;
  applied_on: string;
  decision_id: string | null;
}

/**
 * The version that decides each claim in hand: the one that decided it before, unless a newer one in force on its day says that such
 * claims are decided again (`transition: redecide`). By claim.
 */
export async function lawsOf(
  { db, services }: Pick<Context, "db" | "services">,
  claims: readonly Decided[],
): Promise<Map<string, Policy>> {
  const superseded = supersededDigests(services.policies);
  const found = await sql<{ claim_id: string; policy_digest: string; facts: Case | null }>`
    select claim_id, policy_digest, case when policy_digest = any(${superseded}::text[]) then facts end as facts
    from claim_decision
    where id = any(${claims.flatMap((claim) => claim.decision_id ?? [])}::uuid[])`.execute(db);
  const decided = new Map(found.rows.map((row) => [row.claim_id, row]));
  return new Map(
    claims.map((claim) => {
      const before = decided.get(claim.id);
      const own = before
        ? services.policies.ofDigest(before.policy_digest)
        : services.policies.onDay(claim.policy_id, claim.applied_on);
      if (!own)
        throw conflict(
          "law-not-loaded",
          `裁定 ${claim.number} 的政策版本不在本平台${before ? `（指纹 ${before.policy_digest.slice(7, 19)}）` : ""}，现在不能办理。请联系平台运维恢复该版本。`,
        );
      return [claim.id, (before?.facts && redeciding(services.policies, own, before.facts)) ?? own];
    }),
  );
}

/** Digests of versions whose claims in hand a newer version takes over. */
export const supersededDigests = (policies: Policies): string[] =>
  policies
    .every()
    .filter((policy) => takers(policies, policy).length > 0)
    .map(({ digest }) => digest);

/** Newer versions of its programme that decide claims in hand again. */
const takers = (policies: Policies, own: Policy): Policy[] => {
  const versions = policies.versionsOf(own.id);
  return versions.slice(versions.indexOf(own) + 1).filter(({ rules }) => rules.manifest.transition === "redecide");
};

/** A newer version in force on the case's day that takes over claims in hand. */
function redeciding(policies: Policies, own: Policy, facts: Case): Policy | undefined {
  const newer = takers(policies, own).filter(({ benefits }) => benefits.has(facts.benefit));
  return lawOf(newer, facts);
}

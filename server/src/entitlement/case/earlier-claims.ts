import {
  adjudicate,
  type Case,
  type Decision,
  type HistoryEntry,
  type Policy,
  refusingGrants,
} from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import type { Database } from "../../kernel/database.ts";
import { type Stored, storedCase } from "../programme/trace.ts";
import { historiesOf } from "./case-records.ts";
import { reasons } from "./claim-decisions.ts";

type Findings = Decision["findings"];

/** A decision that is to be shown, with the case behind it. */
export interface Decided {
  /** The person who claims or would; null for a class. */
  personId: string | null;
  /** The claim itself, which is no earlier one. */
  claimId: string | null;
  policy: Policy;
  facts: Case;
  decision: { findings: Findings };
}

/**
 * The findings of each decision, with the numbers of the claims that took the place in every sentence that refuses for an earlier grant:
 * "once a year", "never twice for an occupation and level", "six months". The decision itself stays as the contract has it.
 */
export async function findingsNamingClaims(db: Database, decided: readonly Decided[]): Promise<Findings[]> {
  const asked = decided.map((one) => ({ ...one, refusing: refusingGrants(one.policy, one.facts) }));
  const refused = asked.filter(({ refusing }) => refusing.size > 0);
  const histories = new Map<Policy, Awaited<ReturnType<typeof historiesOf>>>();
  for (const [policy, group] of Map.groupBy(refused, (one) => one.policy)) {
    const people = [...new Set(group.flatMap(({ personId }) => personId ?? []))];
    histories.set(policy, await historiesOf(db, policy, people));
  }
  return asked.map(({ personId, claimId, policy, facts, decision, refusing }) => {
    const granted = (histories.get(policy)?.get(personId ?? "") ?? []).filter((one) => one.claimId !== claimId);
    return decision.findings.map((finding) => {
      const entries = (refusing.get(finding.test) ?? []).flatMap((place) => facts.history?.[place] ?? []);
      const numbers = granted.flatMap(({ number, entry }) =>
        number !== null && entries.some((other) => isSameGrant(entry, other)) ? [number] : [],
      );
      return numbers.length === 0
        ? finding
        : { ...finding, because: `${finding.because}（${earlierClaims(new Set(numbers))}）` };
    });
  });
}

/** How the claims that took the place are named. */
export const earlierClaims = (numbers: Iterable<string>): string => `此前的申请：${[...numbers].join("、")}`;

/** `reasons` of a decision that doesn't grant, with those numbers. */
export async function reasonsNamingClaims(
  db: Database,
  claim: { id: string; person_id: string | null },
  { policy, facts, decision }: Pick<Decided, "policy" | "facts"> & { decision: Decision },
): Promise<string> {
  const decided = { personId: claim.person_id, claimId: claim.id, policy, facts, decision };
  const [findings = []] = await findingsNamingClaims(db, [decided]);
  return reasons(policy, { ...decision, findings });
}

/** `traceOf` a stored decision, with those numbers. */
export async function traceNamingClaims(
  { db, services }: Pick<Context, "db" | "services">,
  whose: Pick<Decided, "personId" | "claimId">,
  stored: Stored,
): Promise<Decision | null> {
  const found = storedCase(services, stored);
  if (found === null) return null;
  const decision = adjudicate(found.policy, found.facts);
  const [findings = []] = await findingsNamingClaims(db, [{ ...found, ...whose, decision }]);
  return { ...decision, findings };
}

const isSameGrant = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.benefit === b.benefit &&
  a.on === b.on &&
  (a.occupation ?? null) === (b.occupation ?? null) &&
  (a.level ?? null) === (b.level ?? null);

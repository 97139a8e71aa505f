import type { ClassTerms, Policy } from "@jinengtong/policy";
import type { CivilDate } from "@jinengtong/standards";
import type { RawBuilder } from "kysely";
import { sql } from "../../kernel/database.ts";

/** A finding, as a rule's query returns it. Evidence holds ids, numbers and codes only. */
export interface Finding {
  subject_kind: "class" | "exam" | "claim" | "organisation" | "account";
  subject_id: string;
  class_id: string | null;
  organisation_id: string | null;
  region: string;
  summary: string;
  evidence: unknown;
}

/** A rule for anomalies in training or money. A finding is a question, not a verdict: somebody answers it with a reason. */
export interface AnomalyRule {
  id: string;
  title: string;
  clause: string;
  /** Why the rule looks at it, and what an honest explanation could be. */
  explanation: string;
  /** 3: payment should wait for the answer. */
  severity: 1 | 2 | 3;
  /** Finds anomalies in classes (or papers, claims) that ended or were made on or after a day. */
  find: (since: CivilDate, policies: readonly Policy[]) => RawBuilder<Finding>;
}

/** Whether class `k` was filed for a benefit whose classes train such learners, according to its programme. */
export function filedFor(policies: readonly Policy[], ...learners: ClassTerms["learners"][]): RawBuilder<boolean> {
  const found = policies.flatMap((policy) =>
    [...policy.claiming.values()]
      .filter((claiming) => claiming.class !== undefined && learners.includes(claiming.class.learners))
      .map(({ benefit }) => ({ policy: policy.id, benefit })),
  );
  return sql<boolean>`(k.policy_id, k.benefit) in (select * from unnest(${found.map((one) => one.policy)}::text[],
    ${found.map((one) => one.benefit)}::text[]))`;
}

/** Columns of a finding about class `c`. */
export const aboutClass = sql`'class' as subject_kind, c.id::text as subject_id, c.id as class_id, c.organisation_id, c.town as region`;

/** Classes `c` in the scope of the scan. */
export const looked = (since: CivilDate) =>
  sql`c.ends_on >= ${since}::date and c.state in ('approved', 'running', 'suspended', 'completed', 'closed')`;

import type { HoldSubjects } from "../../entitlement/index.ts";

/** An anomaly as its row tells what it stands on. */
export interface Found {
  subject_kind: string;
  subject_id: string;
  class_id: string | null;
  evidence: unknown;
}

/** Which claims rest on what an anomaly is about. The same is written out in SQL where confirmed anomalies first came to hold claims. */
export function scopeOf(found: Found): Required<HoldSubjects> {
  const evidence = (found.evidence ?? {}) as Record<string, unknown>;
  const scope = {
    claims: [] as string[],
    classes: [] as string[],
    people: [] as string[],
    organisations: [] as string[],
  };
  switch (found.subject_kind) {
    case "claim":
      scope.claims.push(found.subject_id, ...(typeof evidence.preJob === "string" ? [evidence.preJob] : []));
      break;
    case "organisation":
      scope.classes.push(...ids(evidence.classes));
      break;
    case "account":
      scope.people.push(...ids(evidence.people));
      scope.organisations.push(...ids(evidence.organisations));
      break;
    default:
      if (found.class_id !== null) scope.classes.push(found.class_id);
  }
  return scope;
}

const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

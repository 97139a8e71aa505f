import type { HoldSubjects } from "../../entitlement/index.ts";

/** Subject of an anomaly, from its row. */
export interface Found {
  subject_kind: string;
  subject_id: string;
  class_id: string | null;
  evidence: unknown;
}

/** Claims that rest on the subject of an anomaly. The migration that introduced holds repeats this in SQL. */
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

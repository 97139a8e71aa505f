const KINDS = [
  "person",
  "organisation",
  "account",
  "class",
  "session",
  "enrolment",
  "certificate",
  "claim",
  "decision",
  "batch",
  "payment",
  "entry",
  "row",
] as const;
export type IdKind = (typeof KINDS)[number];

/** Id of the n-th thing of a kind: a valid UUID (version 8, RFC 9562), the same in every run, and ascending for the indexes. */
export function idOf(kind: IdKind, n: number): string {
  const hex = n.toString(16).padStart(12, "0");
  return `de300000-00${(KINDS.indexOf(kind) + 1).toString(16).padStart(2, "0")}-8000-8000-${hex}`;
}

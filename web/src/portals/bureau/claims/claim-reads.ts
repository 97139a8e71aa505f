/** What a change to a claim makes old. */
export const CLAIM_READS = [
  "GET /api/v1/claims",
  "GET /api/v1/claims/:id",
  "GET /api/v1/objections",
  "GET /api/v1/cancellations",
  "GET /api/v1/publicity",
  "GET /api/v1/bureau/home",
] as const;

/** What a new generation of a subsidy list makes old. */
export const listRefresh = [
  "GET /api/v1/classes/:id/subsidy-lists",
  "GET /api/v1/subsidy-lists/:id",
  "GET /api/v1/institution/home",
] as const;

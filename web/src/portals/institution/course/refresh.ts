/** What a change to a course makes old. */
export const courseRefresh = ["GET /api/v1/courses/:id", "GET /api/v1/courses"] as const;

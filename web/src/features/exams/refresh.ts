/** What a change to results makes old. */
export const examRefresh = ["GET /api/v1/exams/:id", "GET /api/v1/exams"] as const;

/** What a change to the list of employees makes old. */
export const employeeRefresh = ["GET /api/v1/organisations/:id/employees"] as const;

import type { Output } from "../../api/client.ts";

/** A row of the enterprise's roster of employees. */
export type Employee = Output<"GET /api/v1/organisations/:id/employees">["rows"][number];

import { api } from "../../api/api.ts";
/** Queries to refetch after the list of employees changes. */
export const employeeRefresh = [api.employees.list] as const;

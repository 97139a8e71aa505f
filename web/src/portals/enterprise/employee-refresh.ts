import { api } from "../../api/api.ts";
/** What a change to the list of employees makes old. */
export const employeeRefresh = [api.employees.list] as const;

import { api } from "../../../api/api.ts";
/** What a new generation of a subsidy list makes old. */
export const listRefresh = [api.subsidyLists.ofClass, api.subsidyLists.show, api.homes.institution] as const;

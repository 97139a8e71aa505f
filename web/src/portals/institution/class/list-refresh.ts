import { api } from "../../../api/api.ts";
/** Queries to refetch after a subsidy list is generated again. */
export const listRefresh = [api.subsidyLists.ofClass, api.subsidyLists.show, api.homes.institution] as const;

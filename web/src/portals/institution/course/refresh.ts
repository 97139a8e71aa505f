import { api } from "../../../api/api.ts";
/** Queries to refetch after a course changes. */
export const courseRefresh = [api.courses.show, api.courses.list] as const;

import { api } from "../../api/api.ts";
/** Queries to refetch after results change. */
export const examRefresh = [api.exams.show, api.exams.list] as const;

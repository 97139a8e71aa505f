import { api } from "../../api/api.ts";
/** What a change to results makes old. */
export const examRefresh = [api.exams.show, api.exams.list] as const;

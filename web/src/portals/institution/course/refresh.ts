import { api } from "../../../api/api.ts";
/** What a change to a course makes old. */
export const courseRefresh = [api.courses.show, api.courses.list] as const;

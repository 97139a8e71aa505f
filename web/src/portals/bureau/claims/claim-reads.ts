import { api } from "../../../api/api.ts";
/** What a change to a claim makes old. */
export const CLAIM_READS = [
  api.claims.list,
  api.claims.show,
  api.objections.list,
  api.cancellations.list,
  api.publicity.list,
  api.homes.bureau,
] as const;

import { api } from "../../../api/api.ts";
/** Queries to refetch after a claim changes. */
export const CLAIM_READS = [
  api.claims.list,
  api.claims.show,
  api.objections.list,
  api.cancellations.list,
  api.publicity.list,
  api.homes.bureau,
] as const;

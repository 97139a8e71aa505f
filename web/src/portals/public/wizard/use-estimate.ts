import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import type { Answers, Estimate } from "./answers.ts";

/** The yuan for these answers under a programme (empty: the usual one). Nothing is stored. Asked once all is answered. */
export function useEstimate(
  door: string,
  answers: Answers,
  programme: string,
  enabled: boolean,
): UseQueryResult<Estimate> {
  const body = { ...(programme === "" ? {} : { policy: programme }), door, answers };
  return useQuery({
    queryKey: ["estimate", body],
    queryFn: ({ signal }) => call(api.policy.estimate, { body }, { signal }),
    enabled,
    gcTime: 0,
    staleTime: Infinity,
  });
}

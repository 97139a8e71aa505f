import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import { factsOf, skippedOf, type Answer, type EntitlementsAnswer } from "./answers.ts";

/** Asks the policy what the answers so far amount to. Nothing is kept: not on the server, and here only until the page is left. */
export function useEntitlements(answers: readonly Answer[]): UseQueryResult<EntitlementsAnswer> {
  const body = { facts: factsOf(answers), skipped: skippedOf(answers) };
  return useQuery({
    queryKey: ["entitlements", body],
    queryFn: ({ signal }) => call("POST /api/v1/policy/entitlements", { body }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });
}

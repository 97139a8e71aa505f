import { api } from "../../../api/api.ts";
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { call } from "../../../api/client.ts";
import { factsOf, skippedOf, type Answer, type EntitlementsAnswer } from "./answers.ts";

/**
 * Facts not asked of a person: institutions and offices know them, and claim the benefits that need them; or the platform publishes
 * them itself (the lists of occupations and institutions, the hours of a course) and counts them in a class.
 */
const NOT_ASKED = [
  "/training/inCatalogue",
  "/training/institution/kind",
  "/training/institution/local",
  "/training/institution/admitted",
  "/training/requiredHours",
  "/training/offlineHours",
  "/training/onlineHours",
  "/stage",
  "/training/classSize",
  "/training/finishers",
  "/training/costPerHeadFen",
  "/training/actualCostFen",
  "/training/assessmentFeeFen",
  "/apprenticeship/years",
  "/apprenticeship/planned",
  "/apprenticeship/finishers",
  "/apprenticeship/advancePaidFen",
  "/project/contractFen",
  "/project/acceptedFen",
  "/project/advancePaidFen",
] as const;

/**
 * Decides entitlements under a programme (empty: the usual one) from the answers so far. Nothing is stored: not on the server, and here
 * only until the page is left.
 */
export function useEntitlements(answers: readonly Answer[], programme: string): UseQueryResult<EntitlementsAnswer> {
  const body = {
    ...(programme === "" ? {} : { policy: programme }),
    facts: factsOf(answers),
    skipped: [...NOT_ASKED, ...skippedOf(answers)],
  };
  return useQuery({
    queryKey: ["entitlements", body],
    queryFn: ({ signal }) => call(api.policy.entitlements, { body }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });
}

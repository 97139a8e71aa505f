import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { useProgrammes } from "../programmes/use-programmes.ts";

/**
 * The programme's texts: names of benefits, tests and clauses; the usual one of today if none is named. Public and seldom changed, so
 * it is cached for long.
 */
export function usePolicy(id?: string) {
  const { usual, query: programmes } = useProgrammes();
  const query = useApi(
    api.policy.show,
    { params: { id: id ?? usual } },
    { staleTime: 600_000, enabled: id !== undefined || !programmes.isPending },
  );
  const benefits = query.data?.benefits ?? [];
  const tests = new Map(benefits.flatMap((one) => one.tests.map((test) => [`${one.benefit} ${test.id}`, test.title])));
  return {
    query,
    benefits,
    benefitChoices: benefits.map((one) => ({ value: one.benefit, label: one.title })),
    vocabulary: query.data?.vocabulary,
    /** The `claiming` declaration of a benefit; undefined until the programme is loaded, or if it has none. */
    claiming: (benefit: string) => benefits.find((one) => one.benefit === benefit)?.claiming ?? undefined,
    /** Benefits that classes are filed for. */
    classBenefits: benefits.filter((one) => one.claiming?.class),
    benefitTitle: (benefit: string) => benefits.find((one) => one.benefit === benefit)?.title ?? benefit,
    testTitle: (benefit: string, test: string) => tests.get(`${benefit} ${test}`) ?? test,
  };
}

export type PolicyBenefit = Output<Api["policy"]["show"]>["benefits"][number];
export type Claiming = NonNullable<PolicyBenefit["claiming"]>;

/** Whether an organisation claims the benefit for a class as a whole. */
export const claimsWholeClass = (claiming: Claiming | undefined, by: Claiming["by"][number]): boolean =>
  claiming?.per === "class" && claiming.by.includes(by);

/** Whether a school claims the benefit by a class's subsidy list. */
export const claimsByList = (claiming: Claiming | undefined): boolean =>
  claiming?.per === "person" && claiming.by.includes("institution");

import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";

/** The programme that new classes and claims fall under. */
export const POLICY_ID = "rugao-2019";

/** The programme in words: names of benefits, tests and clauses. Public and seldom changed, so it is kept for long. */
export function usePolicy(id: string = POLICY_ID) {
  const query = useApi(api.policy.show, { params: { id } }, { staleTime: 600_000 });
  const benefits = query.data?.benefits ?? [];
  const tests = new Map(benefits.flatMap((one) => one.tests.map((test) => [`${one.benefit} ${test.id}`, test.title])));
  return {
    query,
    benefits,
    benefitChoices: benefits.map((one) => ({ value: one.benefit, label: one.title })),
    benefitTitle: (benefit: string) => benefits.find((one) => one.benefit === benefit)?.title ?? benefit,
    testTitle: (benefit: string, test: string) => tests.get(`${benefit} ${test}`) ?? test,
  };
}

import type { ParameterValue, Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import type { Database } from "../../kernel/database.ts";

/** Policy parameter for the share of required hours that may be learnt online. (十) */
export const ONLINE_RATIO = "onlineHours.ratio";

/** Reads the counties' own values of a policy's parameters on a day. */
export type LocalValues = (db: Database, policyId: string, date: string) => Promise<Record<string, ParameterValue>>;

/** The share on a day: the county's value if set, else the package's; undefined if the policy has no such parameter. */
export function onlineRatioOf(
  policy: Policy | undefined,
  local: Readonly<Record<string, ParameterValue>>,
  date: string,
): number | undefined {
  const parameter = policy?.rules.parameters.find(({ name }) => name === ONLINE_RATIO);
  const published = parameter?.values.find(({ from, to }) => (from ?? "") <= date && date <= (to ?? "9999-12-31"));
  const value = parameter ? (local[ONLINE_RATIO] ?? published?.value) : undefined;
  return typeof value === "number" ? value : undefined;
}

/** Upper share of online hours by the class's first day. Comes from the policy, not the institution; stored with the class. */
export async function onlineRatio(context: Context, policyId: string, startsOn: string): Promise<number> {
  const local = (await context.services.house.offers.localParameters?.(context.db, policyId, startsOn)) ?? {};
  return onlineRatioOf(context.services.policies.shownOn(policyId, startsOn), local, startsOn) ?? 0;
}

/**
 * Values that a county has set. What holds with the package's own values may not hold there: a programme that a county prolonged can be
 * proved only with the day to which it did.
 */
import type { Policy } from "../compile.ts";
import type { Parameter } from "../package-types.ts";
import type { ParameterValue } from "../types.ts";
import { validateCase } from "../validate-case.ts";

/** By the name of the parameter. */
export type LocalValues = Readonly<Record<string, ParameterValue>>;

export const NO_LOCAL_VALUES: LocalValues = {};

/** The first value that the package's parameters don't allow, as a sentence; null where all fit. */
export function wrongLocalValue(policy: Policy, local: unknown): string | null {
  const [benefit = ""] = policy.benefits.keys();
  const validated = validateCase({ id: "local", benefit, appliedOn: "2020-01-01", parameters: local }, policy);
  return validated.ok ? null : `${validated.error.path.replace("/parameters/", "")}：${validated.error.message}`;
}

/** The parameter with the county's value in place of the package's; where places supply it, to be tried beside others. */
export function withLocalValue(parameter: Parameter, local: LocalValues): Parameter {
  const value = Object.hasOwn(local, parameter.name) ? local[parameter.name] : undefined;
  return value === undefined ? parameter : { ...parameter, values: [{ value, source: "" }] };
}

/** Those that stand in every state: where the package supplies the parameter, its own value never holds there. */
export function standing(parameters: readonly Parameter[], local: LocalValues): LocalValues {
  return Object.fromEntries(
    parameters.flatMap(({ name, supplied }): [string, ParameterValue][] => {
      const value = Object.hasOwn(local, name) ? local[name] : undefined;
      return supplied === "package" && value !== undefined ? [[name, value]] : [];
    }),
  );
}

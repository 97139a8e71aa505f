import { caseJsonSchema } from "./case-schema.ts";
import type { Policy } from "./compile.ts";
import { compileSchema } from "./json-schema.ts";
import type { Case } from "./types.ts";

export interface InvalidCase {
  code: "invalid-case";
  /** JSON pointer to the place. */
  path: string;
  message: string;
}

export type CaseValidation = { ok: true; case: Case } | { ok: false; error: InvalidCase };

const checkAny = compileSchema(caseJsonSchema);

/**
 * Whether a value is a case of the contract: types, code lists, dates that exist, no negative money, no unknown
 * property. With a policy also: a benefit that the programme has, and only parameters that it declares, of their
 * kind. Answers the case itself, or the first place that does not fit.
 */
export function validateCase(value: unknown, policy?: Policy): CaseValidation {
  const problem = (policy === undefined ? checkAny : policy.checkCase)(value);
  if (problem !== null) {
    return { ok: false, error: { code: "invalid-case", path: problem.path, message: problem.message } };
  }
  // The schema has just said that the value is one.
  return { ok: true, case: value as Case };
}

import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

export type EntitlementsAnswer = Output<Api["policy"]["entitlements"]>;
export type Question = NonNullable<EntitlementsAnswer["nextQuestion"]>;
export type Entitlement = EntitlementsAnswer["benefits"][number];

export type FactValue = string | number | boolean | null | readonly FactValue[] | { readonly [key: string]: FactValue };

/** One answer. `value` is absent if the person doesn't know. */
export interface Answer {
  path: string;
  question: string;
  /** The answer in words, for looking back. */
  shown: string;
  value?: FactValue;
}

/** Whether one trains in a relative's place: yes opens the questions about the relative, no is the absence of the fact. */
const IN_PLACE = "/person/inPlaceOf";

type Tree = { [key: string]: FactValue | Tree };

/** Answers as a case: each value at its JSON pointer. */
export function factsOf(answers: readonly Answer[]): Record<string, unknown> {
  const facts: Tree = {};
  for (const { path, value } of answers) {
    if (value === undefined || (path === IN_PLACE && value !== true)) continue;
    const names = path.slice(1).split("/");
    const last = names.pop();
    let place = facts;
    for (const name of names) place = (place[name] ??= {}) as Tree;
    if (last !== undefined) place[last] = path === IN_PLACE ? {} : value;
  }
  return facts;
}

/** Pointers of questions that the person couldn't answer. */
export const skippedOf = (answers: readonly Answer[]): string[] =>
  answers.filter((answer) => answer.value === undefined || answer.path === IN_PLACE).map((answer) => answer.path);

/** Walking through every combination of values of some facts. */
import type { CivilDate } from "../dates.ts";
import { setAt } from "../pointer.ts";
import type { Case } from "../types.ts";
import type { LocalValues } from "./local-values.ts";

/** A value for each fact; one that is not in it is absent. */
export type State = ReadonlyMap<string, unknown>;

export interface Dimension {
  path: string;
  values: readonly unknown[];
}

/** Facts that every case has: they are never absent. */
export const ALWAYS = "/appliedOn";

/** Every combination, with each fact absent too. */
export function* statesOf(dimensions: readonly Dimension[]): Generator<State> {
  const state = new Map<string, unknown>();
  function* walk(at: number): Generator<State> {
    const dimension = dimensions[at];
    if (dimension === undefined) {
      yield new Map(state);
      return;
    }
    if (dimension.path !== ALWAYS || dimension.values.length === 0) yield* walk(at + 1);
    for (const value of dimension.values) {
      state.set(dimension.path, value);
      yield* walk(at + 1);
      state.delete(dimension.path);
    }
  }
  yield* walk(0);
}

/** A benefit, the day on which a case applies for it unless its state says otherwise, and the county's values that stand in each. */
export interface Asked {
  benefit: string;
  on: CivilDate;
  local: LocalValues;
}

/** The case that a state makes; the day of application is there in any case. */
export function caseOf({ benefit, on, local }: Asked, state: State): Case {
  const parameters = Object.keys(local).length === 0 ? {} : { parameters: local };
  const start: Case = { id: "state", benefit, appliedOn: on, ...parameters };
  return [...state].reduce((c, [path, value]) => {
    // A parameter's name holds dots, never slashes: the pointer is safe as it is.
    return setAt(c, path, value);
  }, start);
}

/** Searching for a state that several tests pass together, from the states that each passes alone. */
import type { State } from "./states.ts";

/** Steps after which the search for a state that all tests pass gives up. */
const MOST_STEPS = 400_000;

/** The values of some facts in a state, as a key. */
function keyOf(state: State, paths: readonly string[]): string {
  return JSON.stringify(paths.map((path) => (state.has(path) ? [state.get(path)] : null)));
}

/** The states of one part, found by what they say of the facts that earlier parts have decided. */
interface Level {
  shared: string[];
  byShared: Map<string, State[]>;
}

export interface Passed {
  paths: readonly string[];
  passing: readonly State[];
}

/** The parts in an order in which each is, as far as can be, about facts that are decided: then it only filters. */
function inOrder(parts: readonly Passed[]): Passed[] {
  const left = [...parts];
  const decided = new Set<string>();
  const ordered: Passed[] = [];
  const open = ({ paths, passing }: Passed): number =>
    paths.every((path) => decided.has(path))
      ? 0
      : paths.some((path) => decided.has(path))
        ? passing.length
        : 1e9 + passing.length;
  while (left.length > 0) {
    const next = left.toSorted((a, b) => open(a) - open(b))[0];
    if (next === undefined) break;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
    for (const path of next.paths) decided.add(path);
  }
  return ordered;
}

function levelsOf(parts: readonly Passed[]): Level[] {
  const decided = new Set<string>();
  return inOrder(parts).map(({ paths, passing }) => {
    const shared = paths.filter((path) => decided.has(path));
    const byShared = new Map<string, State[]>();
    // The fuller states first: what is known leaves the amount known too.
    for (const state of passing.toSorted((a, b) => b.size - a.size)) {
      const key = keyOf(state, shared);
      const alike = byShared.get(key);
      if (alike === undefined) byShared.set(key, [state]);
      else alike.push(state);
    }
    for (const path of paths) decided.add(path);
    return { shared, byShared };
  });
}

/** A state that passes every part and to which `then` agrees. */
export function jointState(parts: readonly Passed[], then: (state: State) => boolean): State | null {
  const levels = levelsOf(parts);
  let steps = 0;
  const search = (at: number, joint: State): State | null => {
    const level = levels[at];
    if (level === undefined) return then(joint) ? joint : null;
    for (const state of level.byShared.get(keyOf(joint, level.shared)) ?? []) {
      steps += 1;
      if (steps > MOST_STEPS) return null;
      const found = search(at + 1, new Map([...joint, ...state]));
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, new Map());
}

/** Which earlier grants stand in the way, so that a refusal can name them: "once a year" alone doesn't say which one it was. */
import type { Policy } from "./compile.ts";
import type { Case, HistoryEntry } from "./types.ts";

/**
 * The earlier grants that refuse a case: by the id of each test that isn't met for their sake, their places in its history. The test
 * itself tells: it isn't met where the history is that one grant, as often as there are any, and would be if nothing had been granted.
 * So every mechanism is answered for, whatever it counts. Empty where nothing of the history refuses.
 */
export function refusingGrants(policy: Policy, c: Case): ReadonlyMap<string, readonly number[]> {
  const history = c.history ?? [];
  const refusing = new Map<string, number[]>();
  for (const { id, test } of policy.benefits.get(c.benefit)?.tests ?? []) {
    const refuses = (entries: HistoryEntry[]): boolean =>
      test.verdict({ case: { ...c, history: entries }, used: {} }) === false;
    if (!refuses(history) || refuses([])) continue;
    const places = history.flatMap((entry, at) => (refuses(history.map(() => entry)) ? [at] : []));
    if (places.length > 0) refusing.set(id, places);
  }
  return refusing;
}

/** Finds a short history that fails like a failing one: fewer days, fewer kinds of bad luck, fewer people, tried one after the other. */
import type { Wish } from "./county.ts";
import type { Life } from "./live.ts";

/** Kinds of bad luck and mistakes, by the names under which actors draw them. */
export const MISHAPS = [
  "process-killed",
  "connection-lost",
  "revoke",
  "cancel",
  "object",
  "wrong-mark",
  "bank-return",
  "return",
  "decline",
  "refuse",
  "wrong-number",
  "wrong-hiring",
  "departure",
  "late",
  "late-return",
  "wrong-inflow",
  "taken-out",
  "too-much",
  "wrong-fact",
  "wrong-date",
  "wrong-answer",
  "opened-twice",
] as const;

/** The failure, without the names and numbers that a shorter history gives to others. */
export const kindOf = (life: Life): string =>
  (life.failure?.reasons[0] ?? "").split("\n")[0]?.replaceAll(/learner \d+|[A-Z]{2}[-\d]+|\d+/gu, "…") ?? "";

/**
 * Replays the wish with less and less in it, as long as it fails in the same way, in at most so many replays. Returns the shortest that
 * failed.
 */
export async function shrink(
  wish: Wish,
  life: Life,
  replay: (wish: Wish) => Promise<Life>,
  most = 30,
): Promise<{ wish: Wish; life: Life; replays: number }> {
  const kind = kindOf(life);
  let shortest = { wish: { ...wish, days: life.days }, life };
  let replays = 0;
  const tries = async (changed: Partial<Wish>): Promise<boolean> => {
    if (replays >= most) return false;
    replays += 1;
    const smaller = { ...shortest.wish, ...changed };
    const again = await replay(smaller);
    if (again.failure === null || kindOf(again) !== kind) return false;
    shortest = { wish: { ...smaller, days: again.days }, life: again };
    return true;
  };
  const leaveOut = (names: readonly string[]) => tries({ without: new Set([...shortest.wish.without, ...names]) });
  if (!(await leaveOut(MISHAPS))) for (const mishap of MISHAPS) await leaveOut([mishap]);
  // The first residents of many are the same as of few.
  while (shortest.wish.people > 1 && (await tries({ people: Math.ceil(shortest.wish.people / 2) })));
  let left = Array.from({ length: shortest.wish.people }, (_, n) => `learner ${n}`);
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < left.length; from += size) {
      const out = left.slice(from, from + size);
      if (await leaveOut(out)) left = left.filter((name) => !out.includes(name));
    }
  return { ...shortest, replays };
}

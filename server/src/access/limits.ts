import { Problem } from "../kernel/problem.ts";

/** Rate limiter: calls a minute per key, in this process. Account lock-out is in the database; this only slows guessing down. */
export function createLimiter(now: () => number): (key: string, perMinute: number) => void {
  let minute = 0;
  let counts = new Map<string, number>();
  return (key, perMinute) => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) {
      minute = current;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > perMinute) throw new Problem(429, "too-many-requests", "操作过于频繁，请一分钟后再试。");
  };
}

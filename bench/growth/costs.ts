/** Costs of a request: by the clock, and of the processor in the server and its database connections, both in milliseconds. */
import { readFileSync } from "node:fs";
import type { BenchPlatform } from "../platform.ts";

export interface Cost {
  clock: number;
  processor: number;
}

/** Processor time of a process's first thread: it runs all of a database connection, and all of the server's own code. */
function nanoseconds(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return 0;
  }
}

/** Takes the cost of some work of the platform. Nothing else may work meanwhile. */
export async function costOf(platform: BenchPlatform, work: () => Promise<unknown>, own = false): Promise<Cost> {
  const spent = async (): Promise<Map<number, number>> => {
    const { rows } = await platform.owner.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'jinengtong'",
    );
    const pids = [platform.pid, ...(own ? [process.pid] : []), ...rows.map(({ pid }) => pid)];
    return new Map(pids.map((pid) => [pid, nanoseconds(pid)]));
  };
  const before = await spent();
  const began = performance.now();
  await work();
  const clock = performance.now() - began;
  const after = await spent();
  let total = 0;
  for (const [pid, value] of after) total += value - (before.get(pid) ?? 0);
  return { clock, processor: total / 1e6 };
}

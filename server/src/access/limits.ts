import { hash } from "node:crypto";
import { prepared, sql } from "../kernel/database.ts";
import type { Door } from "../kernel/http.ts";
import { Problem } from "../kernel/problem.ts";
import type { Services } from "../kernel/services.ts";
import "./tables.ts";

const minuteOf = (services: Services): number => Math.floor(services.clock.now().getTime() / 60_000);

/**
 * Limit of calls a minute per key, over all processes. Account lock-out is counted apart; this only slows guessing down. What this
 * process refuses by itself doesn't reach the database.
 */
export function createLimiter(): Pick<Door, "limit" | "forgive"> {
  let minute = 0;
  let here = new Map<string, number>();
  const limit: Door["limit"] = async (key, perMinute, services) => {
    const current = minuteOf(services);
    if (current !== minute) {
      minute = current;
      here = new Map();
      await prepared(services, "forget-calls", sql`delete from call_count where minute < ${current - 1}`, {
        waits: true,
      });
    }
    const count = (here.get(key) ?? 0) + 1;
    here.set(key, count);
    if (count > perMinute || (await countEverywhere(services, current, key)) > perMinute)
      throw new Problem(429, "too-many-requests", "操作过于频繁，请一分钟后再试。");
  };
  const forgive: Door["forgive"] = async (key, services) => {
    here.set(key, Math.max(0, (here.get(key) ?? 0) - 1));
    await prepared(
      services,
      "forgive-call",
      sql`update call_count set calls = greatest(calls - 1, 0)
        where minute = ${minuteOf(services)} and key = ${keyHash(key)}`,
      { waits: true },
    );
  };
  return { limit, forgive };
}

const keyHash = (key: string): Buffer => hash("sha256", key, "buffer");

async function countEverywhere(services: Services, minute: number, key: string): Promise<number> {
  const { rows } = await prepared<{ calls: number }>(
    services,
    "count-call",
    sql`insert into call_count as c (minute, key, calls) values (${minute}, ${keyHash(key)}, 1)
      on conflict (minute, key) do update set calls = c.calls + 1 returning calls`,
    { waits: true },
  );
  return rows[0]?.calls ?? 1;
}

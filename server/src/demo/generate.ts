import { county as served, defaultProgramme } from "@jinengtong/county";
import { todayInShanghai } from "@jinengtong/standards";
import pg from "pg";
import { type DemoPart, openCounty } from "../kernel/demo/county.ts";
import { Sink } from "../kernel/demo/sink.ts";
import type { Services } from "../kernel/services.ts";
import { modules } from "../modules.ts";
import { COURSES } from "./plan.ts";
import { addShowcase } from "./showcase.ts";
import { addHistoryOfTraining, type HistoryOptions } from "./training-history.ts";

export interface GenerateOptions extends HistoryOptions {
  seed?: number;
}

const parts: readonly DemoPart[] = modules.flatMap((module) => module.demo ?? []);

/**
 * Fills an empty database with a county: the same seed, day and size give the same county. One transaction, with triggers off
 * (their work is done here and proven by `admin verify`); memory doesn't grow with the size. Returns the number of rows per table.
 */
export async function generateCounty(
  services: Services,
  ownerUrl: string,
  options: GenerateOptions,
): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    const sink = new Sink(client);
    await fill(services, sink, options);
    await sink.flush(true);
    await sink.goOnAll();
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return sink.counts;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** Runs the platform's own operations on the finished county: bank files, figures, anomalies. */
export async function passTheNight(services: Services): Promise<void> {
  for (const part of parts) await part.morningAfter?.(services);
}

async function fill(services: Services, sink: Sink, options: GenerateOptions): Promise<void> {
  const policy = services.policies.get(defaultProgramme());
  if (!policy) throw new Error(`没有“${defaultProgramme()}”这个政策包`);
  const now = services.clock.now();
  const county = openCounty(
    {
      sink,
      sealer: services.sealer,
      files: services.files,
      policy,
      now,
      today: todayInShanghai(now),
      region: served().region.code,
      towns: served().towns.map((town) => town.code),
      courses: COURSES,
      institutions: Math.max(8, Math.ceil(options.people / 1_500)),
    },
    options.seed ?? 20_191_231,
  );
  for (const part of parts) await part.begin?.(county);
  await addHistoryOfTraining(county, options);
  await addShowcase(county);
  for (const part of parts) await part.end?.(county);
}

/** The database that an administrator's command works on. */
import { readConfig } from "../kernel/config.ts";
import type { Config } from "../kernel/config.ts";
import { silentLog, useEmbeddedPostgres } from "@jinengtong/embedded-postgres";

/**
 * Runs `work` with the owner's URL: `DATABASE_URL`, or the embedded database, which is started for the duration of `work` unless
 * the platform is already running on it.
 */
export async function withDatabase<Result>(work: (url: string, config: Config) => Promise<Result>): Promise<Result> {
  const config = readConfig();
  if (config.databaseUrl !== null) return work(config.databaseUrl, config);
  const embedded = await useEmbeddedPostgres({ dataDir: config.dataDir, log: silentLog });
  try {
    return await work(embedded.url, config);
  } finally {
    await embedded.stop();
  }
}

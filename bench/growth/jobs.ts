/** The work of the night, each job once: as scheduled by the modules, and what operators run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backUp } from "../../server/src/admin/backup.ts";
import { restore } from "../../server/src/admin/restore.ts";
import { verify } from "../../server/src/admin/verify.ts";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { seconds } from "../measure.ts";
import type { BenchPlatform } from "../platform.ts";
import { costOf, type Cost } from "./costs.ts";

export interface JobCost {
  name: string;
  cost: Cost;
}

/** Costs of the scheduled jobs, of `verify` and of a backup with its restoring into an empty database. */
export async function jobCosts(platform: BenchPlatform): Promise<JobCost[]> {
  const { services } = platform;
  const costs: JobCost[] = [];
  const take = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    costs.push({ name, cost: await costOf(platform, work, true) });
  };
  for (const schedule of services.house.queueWork.schedules) await take(schedule.name, () => schedule.run(services));
  await take("verify", async () => {
    const { ok, checks } = await verify(services);
    for (const check of checks) process.stdout.write(`  verify ${check.name} ${check.ms} ms\n`);
    if (!ok) throw new Error("the county doesn't verify");
  });
  const directory = await mkdtemp(path.join(tmpdir(), "jinengtong-bench-backup-"));
  const file = path.join(directory, "backup.tar.zst");
  try {
    const filesDir = services.files.directory;
    const saved = await seconds(() => backUp({ url: platform.databaseUrl, filesDir, file }));
    costs.push({ name: "backup", cost: { clock: saved * 1_000, processor: 0 } });
    const empty = await startEmbeddedPostgres({ dataDir: directory, log: silentLog });
    const back = await seconds(() => restore({ url: empty.url, filesDir: path.join(directory, "files"), file }));
    costs.push({ name: "restore", cost: { clock: back * 1_000, processor: 0 } });
    await empty.stop();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return costs;
}

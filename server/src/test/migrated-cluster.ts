/**
 * The migrated database server that every test run starts from: made once and kept, as files, under the hash of what made it. A run
 * starts a copy of the files, so that runs side by side share nothing, and a migration or a new PostgreSQL makes another one.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Client, Pool } from "pg";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { migrate, readMigrations } from "../kernel/migrate.ts";
import { TEMPLATE } from "./template.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const CACHE = path.join(ROOT, "node_modules/.cache/test-postgres");
/** Besides the migrations: the versions of PostgreSQL and of the queue, and how a cluster is made. */
const MAKERS = ["package-lock.json", "packages/embedded-postgres/src/cluster.ts"];

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const { checksum } of await readMigrations()) hash.update(checksum);
  for (const file of MAKERS) hash.update(await readFile(path.join(ROOT, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Starts a throwaway server in `dataDir`, makes the template in it and stops it cleanly. */
async function makeTemplate(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, throwaway: true });
  try {
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${TEMPLATE}`).finally(() => admin.end());
    const url = new URL(postgres.url);
    url.pathname = `/${TEMPLATE}`;
    const pool = new Pool({ connectionString: url.href, max: 2 });
    await migrate(pool).finally(() => pool.end());
  } finally {
    await postgres.stop();
  }
}

/** Puts the files of a migrated server, not running, into the empty directory `dataDir`. */
export async function copyMigratedCluster(dataDir: string): Promise<void> {
  const kept = path.join(CACHE, await fingerprint());
  if (!existsSync(kept)) {
    await mkdir(CACHE, { recursive: true });
    // Beside its final name until it is whole: a run that is ended half-way leaves nothing that looks like a template.
    const draft = await mkdtemp(path.join(CACHE, "draft-"));
    try {
      await makeTemplate(dataDir);
      await cp(dataDir, draft, { recursive: true });
      const outdated = (await readdir(CACHE)).filter((name) => !name.startsWith("draft-"));
      await rename(draft, kept);
      for (const name of outdated) await rm(path.join(CACHE, name), { recursive: true, force: true });
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // Another run may have been quicker; ours is as good in this run.
      if (!existsSync(kept)) throw error;
    }
    return;
  }
  await cp(kept, dataDir, { recursive: true });
}

/**
 * The migrated database server of all test runs: created once and cached as files under the hash of its inputs. A run starts a copy
 * of the files, so that parallel runs share nothing, and a new migration or PostgreSQL creates another.
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
/** Besides the migrations: versions of PostgreSQL and the queue, and how a cluster is created. */
const MAKERS = ["package-lock.json", "packages/embedded-postgres/src/cluster.ts"];

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const { checksum } of await readMigrations()) hash.update(checksum);
  for (const file of MAKERS) hash.update(await readFile(path.join(ROOT, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Starts a throwaway server in `dataDir`, creates the template and stops it cleanly. */
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

/** Copies the files of a migrated, stopped server into the empty directory `dataDir`. */
export async function copyMigratedCluster(dataDir: string): Promise<void> {
  const kept = path.join(CACHE, await fingerprint());
  if (!existsSync(kept)) {
    await mkdir(CACHE, { recursive: true });
    // Under a temporary name until complete: an interrupted run leaves no partial template.
    const draft = await mkdtemp(path.join(CACHE, "draft-"));
    try {
      await makeTemplate(dataDir);
      await cp(dataDir, draft, { recursive: true });
      const outdated = (await readdir(CACHE)).filter((name) => !name.startsWith("draft-"));
      await rename(draft, kept);
      for (const name of outdated) await rm(path.join(CACHE, name), { recursive: true, force: true });
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // Another run may have been faster; its template is as good.
      if (!existsSync(kept)) throw error;
    }
    return;
  }
  await cp(kept, dataDir, { recursive: true });
}

import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { temporaryDirectory } from "@jinengtong/embedded-postgres/temporary-directory";
import { expect, it } from "vitest";
import { copyMigratedCluster } from "../../server/src/test/migrated-cluster.ts";
import { underStrikes } from "./under-strikes.ts";

it.each([1, 2])(
  "%i processes: killed, cut off and without a database under people at work, nothing acknowledged is lost",
  async (processes) => {
    const dataDir = await mkdtemp(path.join(temporaryDirectory(), "strikes-"));
    try {
      await copyMigratedCluster(dataDir);
      const { acknowledged, faults } = await underStrikes({ dataDir, processes, strikes: 3 });
      expect(faults).toEqual([]);
      expect(acknowledged).toBeGreaterThan(0);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
);

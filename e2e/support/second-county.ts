import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPlatform, type Started } from "./start-platform.ts";

/** Starts the same program and build for another county, on a database of its own. End it with `stop`. */
export async function startCounty(name: string): Promise<Started> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "jinengtong-county-"));
  const { origin, stop } = await startPlatform({
    PORT: "0",
    DATA_DIR: dataDirectory,
    COUNTY_FILE: path.resolve(import.meta.dirname, `../../counties/${name}/county.json`),
  });
  return {
    origin,
    async stop() {
      await stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

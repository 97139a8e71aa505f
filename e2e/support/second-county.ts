import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import shipped from "../../counties/rugao/county.json" with { type: "json" };
import { startPlatform, type Started } from "./start-platform.ts";

/** Starts the same program and build for another county, on a database of its own. End it with `stop`. */
export async function startCounty(name: string): Promise<Started> {
  return startAside({ COUNTY_FILE: path.resolve(import.meta.dirname, `../../counties/${name}/county.json`) });
}

/** The demo county on a database of its own, with these programmes beside its own: a version published there decides nothing elsewhere. */
export async function startDemoCounty(more: readonly string[]): Promise<Started> {
  const directory = await mkdtemp(path.join(tmpdir(), "jinengtong-county-file-"));
  const file = path.join(directory, "county.json");
  await writeFile(file, JSON.stringify({ ...shipped, programmes: [...shipped.programmes, ...more] }));
  const { origin, stop } = await startAside({ COUNTY_FILE: file, DEMO: "1" });
  return {
    origin,
    async stop() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function startAside(variables: Record<string, string>): Promise<Started> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "jinengtong-county-"));
  const { origin, stop } = await startPlatform({ PORT: "0", DATA_DIR: dataDirectory, ...variables });
  return {
    origin,
    async stop() {
      await stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

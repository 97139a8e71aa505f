import { rm } from "node:fs/promises";
import { platform } from "./platform.ts";
import { startPlatform } from "./start-platform.ts";

/**
 * Before the journeys, once the first platform has built the pages: starts the second. Afterwards ends it, and removes the data of
 * both (each run has its own).
 */
export default async function startSecond(): Promise<() => Promise<void>> {
  const [first, second] = [await platform("PHONE"), await platform("DESKTOP")];
  const { stop } = await startPlatform({ PORT: String(second.port), DATA_DIR: second.dataDirectory });
  return async () => {
    await stop();
    for (const { dataDirectory } of [first, second])
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  };
}

import { rmSync } from "node:fs";
import { platform } from "./platform.ts";

/** Each run has its own demo data. */
export default async function removeData(): Promise<void> {
  const { dataDirectory } = await platform();
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
}

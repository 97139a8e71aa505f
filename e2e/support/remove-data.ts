import { rmSync } from "node:fs";
import { platform } from "./platform.ts";

/** The demo data of one run is of no use to the next. */
export default async function removeData(): Promise<void> {
  const { dataDirectory } = await platform();
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
}

/** Paths used by administrators' commands. */
import { join, resolve } from "node:path";
import type { Config } from "../kernel/config.ts";

/** A path as the administrator meant it: npm runs commands in the project's directory, wherever they were typed. */
export function outputPath(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The directory of uploaded files. */
export function filesOf(config: Config): string {
  return join(config.dataDir, "files");
}

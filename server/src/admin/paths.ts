/** Paths used by administrators' commands. */
import { join, resolve } from "node:path";
import type { Config } from "../kernel/config.ts";

/** Resolves a path against the directory where the command was typed, since npm changes to the project's directory. */
export function outputPath(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The directory of uploaded files. */
export function filesOf(config: Config): string {
  return join(config.dataDir, "files");
}

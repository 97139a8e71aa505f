import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/** Directory for test databases: in memory if there is plenty, since creating a database's 300 files is ten times faster there. */
export function temporaryDirectory(): string {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    accessSync("/dev/shm", constants.W_OK);
    if (bavail * bsize > 2 * 1024 ** 3) return "/dev/shm";
  } catch {
    // Not Linux, or not readable.
  }
  return tmpdir();
}

import { sql } from "../kernel/database.ts";
import type { Services } from "../kernel/services.ts";

interface SealedFile {
  id: string;
  sha256: Buffer;
}

/**
 * Seals stored files that hold personal data again under the current key, one by one. The record is pointed at the new file before the
 * old one goes, so that it may be stopped at any moment and run again. A file that is missing is `verify`'s and `backup`'s to tell.
 */
export async function rotateSealedFiles(services: Services): Promise<number> {
  const { database, files, sealer } = services;
  const found = await sql<SealedFile>`select id, sha256 from stored_file where sealed order by id`.execute(database);
  let total = 0;
  for (const { id, sha256 } of found.rows) {
    const now = await files.sealAgain(sealer, id, sha256).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (now === null) continue;
    await sql`update stored_file set sha256 = ${now} where id = ${id} and sha256 = ${sha256}`.execute(database);
    await files.remove(sha256);
    total += 1;
  }
  return total;
}

import { sql } from "../kernel/database.ts";
import type { Services } from "../kernel/services.ts";

interface SealedFile {
  id: string;
  sha256: Buffer;
}

/**
 * Reseals stored files with personal data under the current key, one by one. The record points at the new file before the old one
 * is removed, so this may be interrupted and run again. Missing files are reported by `verify` and `backup`.
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

import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { sql } from "./database.ts";
import type { Verifier } from "./module.ts";
import type { FileStore } from "./files.ts";

const BATCH = 1_000;

/** Reads each kept file and holds it against the digest in its record; a file that several records name is read once. */
export const verifyFiles: Verifier = {
  name: "上传的文件",
  async run({ database, files }) {
    const differences: string[] = [];
    let checked = 0;
    for (let after: Buffer = Buffer.alloc(0); ;) {
      const { rows } = await sql<{ sha256: Buffer; records: string }>`
        select sha256, string_agg(purpose || ' ' || id, ', ' order by id) as records from stored_file
        where sha256 > ${after} group by sha256 order by sha256 limit ${BATCH}`.execute(database);
      for (const { sha256, records } of rows) {
        const found = await digestOf(files, sha256);
        if (found === null) differences.push(`${records}: the file is missing`);
        else if (!found.equals(sha256)) differences.push(`${records}: the content of the file was altered`);
      }
      checked += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return { checked, differences };
      after = last.sha256;
    }
  },
};

/** Null where there is no file. */
async function digestOf(files: FileStore, sha256: Buffer): Promise<Buffer | null> {
  const content = await files.open(sha256).catch(() => null);
  if (content === null) return null;
  const hash = createHash("sha256");
  await pipeline(content, hash);
  return hash.digest();
}

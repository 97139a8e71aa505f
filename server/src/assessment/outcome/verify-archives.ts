import type { Verifier } from "../../kernel/module.ts";
import { archiveDigest } from "./issue-certificates.ts";

/** Holds each archived batch against its digest. */
export const verifyArchives: Verifier = {
  name: "evaluation archives",
  async run({ database }) {
    const archived = await database
      .selectFrom("evaluation_archive as a")
      .innerJoin("evaluation_batch as b", "b.id", "a.batch_id")
      .select(["a.batch_id", "a.digest", "b.number"])
      .execute();
    const differences: string[] = [];
    for (const { batch_id, digest, number } of archived)
      if (!(await database.transaction().execute((db) => archiveDigest(db, batch_id))).digest.equals(digest))
        differences.push(`认定批次 ${number} 的档案与归档时的摘要不符`);
    return { checked: archived.length, differences };
  },
};

import { appendFile, mkdir } from "node:fs/promises";
import { fileOf, writeHead } from "./audit-head.ts";
import { sealAudit } from "./audit.ts";
import type { Services } from "./services.ts";

/** Seals what is new, signs the head and keeps it in the database and in a file beside it; null if nothing was ever logged. */
export async function handOutHead(services: Services): Promise<string | null> {
  await sealAudit(services);
  const last = await services.database
    .selectFrom("audit_seal")
    .select(["seq", "audit_id", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last) return null;
  const at = services.clock.now();
  const text = writeHead(services.auditKey, {
    seq: last.seq,
    auditId: last.audit_id,
    at,
    hash: last.hash.toString("hex"),
  });
  const kept = await services.database
    .insertInto("audit_head")
    .values({ seq: last.seq, at, text })
    .onConflict((already) => already.doNothing())
    .returning("seq")
    .executeTakeFirst();
  if (kept) {
    await mkdir(services.config.dataDir, { recursive: true });
    await appendFile(fileOf(services), `${text}\n`, { mode: 0o600, flush: true });
  }
  return text;
}

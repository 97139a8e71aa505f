import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql, type Database } from "./database.ts";
import type { Services } from "./services.ts";

/**
 * The chain of the audit log proves nothing about what was cut off at its end: a shorter chain is a whole one. So its head is signed and handed
 * out: to a file beside the database, to auditors and the security officer each day, with every backup and every export of the log. The chain must still
 * pass through each head that anybody holds.
 */
interface Head {
  seq: number;
  auditId: number;
  at: Date;
  hash: string;
}

const signature = (key: Buffer, { seq, auditId, at, hash }: Head): string =>
  createHmac("sm3", key).update(`audit-head ${seq} ${auditId} ${at.getTime()} ${hash}`).digest("hex");

/** A head as it is handed out: one line of ASCII that can be printed, mailed and pasted. */
export const writeHead = (key: Buffer, head: Head): string =>
  `JNT-AUDIT-${head.seq}-${head.auditId}-${head.at.getTime()}-${head.hash}-${signature(key, head)}`;

/** A handed-out head; null if this platform never signed it. Blanks and line ends that came in on the way are ignored. */
function readHead(key: Buffer, text: string): Head | null {
  const parts = /^JNT-AUDIT-(\d{1,15})-(\d{1,15})-(\d{1,15})-([0-9a-f]{64})-([0-9a-f]{64})$/.exec(
    text.replaceAll(/\s/g, ""),
  );
  if (!parts) return null;
  const [, seq, auditId, at, hash = "", signed = ""] = parts;
  const head = { seq: Number(seq), auditId: Number(auditId), at: new Date(Number(at)), hash };
  return timingSafeEqual(Buffer.from(signature(key, head)), Buffer.from(signed)) ? head : null;
}

/** The file of handed-out heads beside the database. */
export const fileOf = (services: Pick<Services, "config">): string =>
  path.join(services.config.dataDir, "audit-heads.log");

type Reader = Pick<Services, "auditKey"> & { database: Database } & Partial<Pick<Services, "config">>;

/** Where the chain doesn't pass through a head: the given ones, those in the database and those in the file beside it. */
export async function headDifferences(services: Reader, given: readonly string[]): Promise<string[]> {
  const stored = await services.database.selectFrom("audit_head").select("text").execute();
  const filed = services.config ? await readFile(fileOf({ config: services.config }), "utf8").catch(() => "") : "";
  const differences: string[] = [];
  const heads: Head[] = [];
  for (const text of new Set([...given, ...stored.map((row) => row.text), ...filed.split("\n").filter(Boolean)])) {
    const head = readHead(services.auditKey, text);
    if (head) heads.push(head);
    else differences.push(`链头“${text.slice(0, 40)}…”不是本平台签发的，或抄错了`);
  }
  if (heads.length === 0) return differences;
  const found = await sql<{ seq: number; audit_id: number; hash: Buffer }>`
    select seq, audit_id, hash from audit_seal where seq = any(${heads.map((head) => head.seq)}::bigint[])`.execute(
    services.database,
  );
  const links = new Map(found.rows.map((link) => [link.seq, link]));
  for (const { seq, auditId, at, hash } of heads.toSorted((a, b) => a.seq - b.seq)) {
    const link = links.get(seq);
    const on = at.toISOString();
    if (!link) differences.push(`审计链没有第 ${seq} 环，而 ${on} 交出的链头到过这一环：末尾被截去`);
    else if (link.audit_id !== auditId || link.hash.toString("hex") !== hash)
      differences.push(`审计链第 ${seq} 环与 ${on} 交出的链头不符：链被重写`);
  }
  return differences;
}

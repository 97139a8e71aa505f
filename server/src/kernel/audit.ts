import { createHmac, randomBytes } from "node:crypto";
import { headDifferences } from "./audit-head.ts";
import type { Context } from "./context.ts";
import { json, sql, type Database } from "./database.ts";
import type { Services } from "./services.ts";

/** Digest of the row itself: reveals a change even before the row is chained. */
export function auditMac(key: Buffer, row: AuditContent): Buffer {
  const content = [
    row.at.toISOString(),
    row.accountId,
    row.role,
    row.operation,
    row.subjectKind,
    row.subjectId,
    row.organisationId,
    row.region,
    canonical(row.detail),
    row.requestId,
    // Rows from before they had one keep their digest.
    ...(row.nonce ? [row.nonce.toString("hex")] : []),
  ];
  return createHmac("sm3", key).update(JSON.stringify(content)).digest();
}

export interface AuditContent {
  at: Date;
  accountId: string | null;
  role: string | null;
  operation: string;
  subjectKind: string | null;
  subjectId: string | null;
  organisationId: string | null;
  region: string | null;
  detail: unknown;
  requestId: string | null;
  /** The row's own number: the same row written in again under another id is noticed. */
  nonce?: Buffer | null;
}

/** JSON with sorted keys, since jsonb may return them in another order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** By which right the account acted for somebody else. */
function forWhom({ maybeActor }: Context): object {
  const standIn = maybeActor?.standIn;
  return standIn === undefined ? {} : { [standIn.kind]: standIn.id };
}

/** Writes the audit row of one call into its transaction. */
export async function writeAudit(context: Context, operation: string): Promise<void> {
  const subject = context.auditSubject;
  const content: AuditContent = {
    at: context.now,
    accountId: context.maybeActor?.accountId ?? null,
    role: context.maybeActor?.standIn?.role ?? context.maybeActor?.role ?? null,
    operation,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    organisationId: subject?.organisationId ?? context.maybeActor?.organisationId ?? null,
    region: subject?.region ?? context.maybeActor?.region ?? null,
    detail: { ...subject?.detail, ...forWhom(context) },
    requestId: context.request.id,
    nonce: randomBytes(8),
  };
  await context.db
    .insertInto("audit_log")
    .values({
      at: content.at,
      account_id: content.accountId,
      role: content.role,
      operation,
      subject_kind: content.subjectKind,
      subject_id: content.subjectId,
      organisation_id: content.organisationId,
      region: content.region,
      detail: json(content.detail),
      request_id: content.requestId,
      nonce: content.nonce,
      mac: auditMac(context.services.auditKey, content),
    })
    .execute();
}

/** One link of the chain: digest of the previous link and of the row's digest. */
export const sealHash = (key: Buffer, previous: Buffer, auditId: number, mac: Buffer): Buffer =>
  createHmac("sm3", key).update(previous).update(String(auditId)).update(mac).digest();

export const GENESIS = Buffer.alloc(32);

/**
 * Chains audit rows written since the last call, in a permanent order, and returns their number. Serialised by an advisory lock. A
 * row whose transaction commits late gets a later place in the chain.
 */
export async function sealAudit(services: Services, limit = 5_000): Promise<number> {
  return services.database.transaction().execute(async (db) => {
    const locked = await sql<{ ok: boolean }>`select pg_try_advisory_xact_lock(hashtext('audit-seal')) as ok`.execute(
      db,
    );
    if (!locked.rows[0]?.ok) return 0;
    return sealSome(db, services.auditKey, limit);
  });
}

async function sealSome(db: Database, key: Buffer, limit: number): Promise<number> {
  const last = await db
    .selectFrom("audit_seal")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const rows = await sql<{ id: number; mac: Buffer }>`
    select l.id, l.mac from audit_log l
    where not exists (select from audit_seal s where s.audit_id = l.id)
    order by l.id limit ${limit}`.execute(db);
  let seq = last?.seq ?? 0;
  let hash = last?.hash ?? GENESIS;
  const links = rows.rows.map((row) => {
    hash = sealHash(key, hash, row.id, row.mac);
    seq += 1;
    return { seq, audit_id: row.id, hash };
  });
  if (links.length > 0) await db.insertInto("audit_seal").values(links).execute();
  return links.length;
}

/**
 * Recomputes every row's digest and every link. Finds altered and missing rows and a cut or re-ordered chain; rows newer than the
 * last chained one are checked by their own digest only. The chain must pass through every head that was handed out: those given, and
 * those that the platform kept.
 */
export async function verifyAudit(
  services: Pick<Services, "database" | "auditKey"> & Partial<Pick<Services, "config">>,
  heads: readonly string[] = [],
): Promise<{ checked: number; differences: string[] }> {
  const differences: string[] = [];
  let previous: Buffer = GENESIS;
  let seq = 0;
  let checked = 0;
  for (;;) {
    const links = await sql<AuditRow & { seq: number; audit_id: number; hash: Buffer; found: number | null }>`
      select s.seq, s.audit_id, s.hash, l.id as found, l.* from audit_seal s left join audit_log l on l.id = s.audit_id
      where s.seq > ${seq} order by s.seq limit 5000`.execute(services.database);
    for (const link of links.rows) {
      if (link.seq !== seq + 1) differences.push(`审计链缺少第 ${seq + 1} 环`);
      seq = link.seq;
      checked += 1;
      if (link.found === null) {
        differences.push(`审计记录 ${link.audit_id} 缺失`);
      } else {
        if (!auditMac(services.auditKey, contentOf(link)).equals(link.mac))
          differences.push(`审计记录 ${link.audit_id} 的内容被改动`);
        if (!sealHash(services.auditKey, previous, link.audit_id, link.mac).equals(link.hash))
          differences.push(`审计链第 ${link.seq} 环不符`);
      }
      previous = link.hash;
    }
    if (links.rows.length < 5_000) break;
  }
  const unsealed =
    await sql<AuditRow>`select l.* from audit_log l where not exists (select from audit_seal s where s.audit_id = l.id)`.execute(
      services.database,
    );
  for (const row of unsealed.rows) {
    checked += 1;
    if (!auditMac(services.auditKey, contentOf(row)).equals(row.mac))
      differences.push(`审计记录 ${row.id} 的内容被改动`);
  }
  const twice = await sql<{ ids: number[] }>`
    select array_agg(id order by id) as ids from audit_log where nonce is not null group by nonce having count(*) > 1`.execute(
    services.database,
  );
  for (const { ids } of twice.rows) differences.push(`审计记录 ${ids.join("、")} 是同一条，被重复写入`);
  differences.push(...(await headDifferences(services, heads)));
  return { checked, differences };
}

interface AuditRow {
  id: number;
  at: Date;
  account_id: string | null;
  role: string | null;
  operation: string;
  subject_kind: string | null;
  subject_id: string | null;
  organisation_id: string | null;
  region: string | null;
  detail: unknown;
  request_id: string | null;
  mac: Buffer;
  nonce: Buffer | null;
}

const contentOf = (row: AuditRow): AuditContent => ({
  at: row.at,
  accountId: row.account_id,
  role: row.role,
  operation: row.operation,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  organisationId: row.organisation_id,
  region: row.region,
  detail: row.detail,
  requestId: row.request_id,
  nonce: row.nonce,
});

/** Chains new audit rows every second until stopped, and the last ones on stop. */
export function startSealing(services: Services): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(async () => {
        await sealAudit(services);
      })
      .catch(() => {
        // The database is unreachable; the rows wait for the next second.
      });
  }, 1_000);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await sealAudit(services).catch(() => 0);
    },
  };
}

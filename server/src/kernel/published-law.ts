import { digestOf, type PackageFiles, policyOfFiles, type ProofCertificate, rulesOfFiles } from "@jinengtong/policy";
import pg from "pg";
import { type Database, sql } from "./database.ts";
import type { Publication } from "./policies.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

interface Row {
  number: number;
  digest: string;
  policy_id: string;
  version: string;
  files: string;
  content: string;
  proof: string;
  statement: string | null;
  proposed_by: string;
  approved_by: string;
  published_on: string;
}

/** Newest number of a version published in the platform, and the number that this process has loaded all up to. */
type Known = Pick<Services, "policies">;

/**
 * Loads the versions published in the platform that this process doesn't have yet. Throws if one isn't what two officers signed: nothing
 * may be decided by altered rules.
 */
export async function learnLaw({ policies }: Known, db: Database): Promise<void> {
  const found = await sql<Row>`
    select v.number, v.digest, v.policy_id, v.version, v.files, v.content, v.proof, v.statement, v.published_on,
      a.name || '（' || a.username || '）' as proposed_by, b.name || '（' || b.username || '）' as approved_by
    from policy_version v join account a on a.id = v.proposed_by join account b on b.id = v.approved_by
    where v.number > ${policies.known} order by v.number`.execute(db);
  for (const row of found.rows) {
    const wrong = alteration(row);
    if (wrong !== null)
      throw altered(
        `政策 ${row.policy_id} 第 ${row.version} 版在数据库中的内容${wrong}，不能据以裁定。请从备份恢复，或按导出的文件核对。`,
      );
    const twin = policies.get(`${row.policy_id}@${row.version}`);
    if (twin && twin.digest !== row.digest)
      throw altered(
        `政策 ${row.policy_id} 第 ${row.version} 版在政策目录和数据库中是两种内容（${twin.digest.slice(7, 19)}、${row.digest.slice(7, 19)}），不能据以裁定。请移走政策目录中的该版本。`,
      );
    const files = JSON.parse(row.files) as PackageFiles;
    const publication: Publication = {
      publishedOn: row.published_on,
      proposedBy: row.proposed_by,
      approvedBy: row.approved_by,
      statement: row.statement,
      place: "database",
    };
    policies.add(policyOfFiles(files, row.digest), {
      files: () => files,
      proof: () => JSON.parse(row.proof) as ProofCertificate,
      publication,
    });
    policies.known = row.number;
  }
}

const altered = (detail: string): Problem => new Problem(503, "law-altered", detail);

/** How a stored version differs from what its digests say; null if it doesn't. */
export function alteration(row: Pick<Row, "digest" | "content" | "files" | "policy_id" | "version">): string | null {
  try {
    const files = JSON.parse(row.files) as PackageFiles;
    if (digestOf(rulesOfFiles(files)) !== row.digest || digestOf(files) !== row.content) return "与发布时的指纹不符";
    const { id, version } = policyOfFiles(files, row.digest);
    return id === row.policy_id && version === row.version ? null : "是另一个政策或版本";
  } catch {
    return "已不是政策包";
  }
}

/**
 * First statement of every transaction: who acts, for the history of states, and up to which published version this process decides.
 * Versions published meanwhile are loaded before any work is done; one published during it makes the database refuse the decision.
 */
export async function beginWork(services: Known, db: Database, accountId: string): Promise<void> {
  const { policies } = services;
  const found = await sql<{ law: number }>`
    select set_config('app.account', ${accountId}, true), set_config('app.law', ${String(policies.known)}, true),
      (select coalesce(max(number), 0) from policy_version) as law`.execute(db);
  if ((found.rows[0]?.law ?? 0) <= policies.known) return;
  await learnLaw(services, db);
  await sql`select set_config('app.law', ${String(policies.known)}, true)`.execute(db);
}

const RETRY_MS = 1_000;

/**
 * Loads versions as they are published, for what only reads: pages, previews, the public's questions. A lost connection is made again,
 * and then what was missed is loaded.
 */
export function followLaw(services: Pick<Services, "policies" | "database" | "pool" | "log">): {
  stop(): Promise<void>;
} {
  let stopped = false;
  let client: pg.Client | null = null;
  const learn = (): void => {
    learnLaw(services, services.database).catch((error: unknown) =>
      services.log.error(
        { error: error instanceof Error ? error.message : "unknown" },
        "a published policy was not loaded",
      ),
    );
  };
  const listen = async (): Promise<void> => {
    if (stopped) return;
    const own = new pg.Client({
      connectionString: services.pool.options.connectionString,
      application_name: "jinengtong-law",
    });
    own.on("error", () => {});
    own.on("notification", learn);
    own.once("end", () => {
      client = null;
      if (!stopped) setTimeout(() => void listen(), RETRY_MS).unref();
    });
    client = own;
    try {
      await own.connect();
      await own.query("LISTEN policy_version");
      learn();
    } catch {
      await own.end().catch(() => {});
    }
  };
  void listen();
  return {
    async stop() {
      stopped = true;
      await client?.end().catch(() => {});
    },
  };
}

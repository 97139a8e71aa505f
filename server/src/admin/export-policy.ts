/**
 * `admin export-policy PROGRAMME@VERSION DIRECTORY`: writes a version that two officers published in the platform as the files that a
 * repository of policies keeps. The platform reads the directory like any other: the version is then known twice, as one and the same.
 */
import type { PackageFiles, ProofCertificate } from "@jinengtong/policy";
import { writeVersion } from "@jinengtong/policy";
import path from "node:path";
import { type Database, sql } from "../kernel/database.ts";
import { createServices } from "../platform.ts";
import { withDatabase } from "./connection.ts";

interface Row {
  files: string;
  proof: string;
  published_on: string;
  proposed_by: string;
  approved_by: string;
}

/** Writes the version; answers its digest. Refuses (throws) one that wasn't published in the platform. */
export async function exportPolicy(db: Database, reference: string, directory: string): Promise<string> {
  const [programme = "", version = ""] = reference.split("@");
  const found = await sql<Row>`
    select v.files, v.proof, v.published_on, a.name || '（' || a.username || '）' as proposed_by,
      b.name || '（' || b.username || '）' as approved_by
    from policy_version v join account a on a.id = v.proposed_by join account b on b.id = v.approved_by
    where v.policy_id = ${programme} and v.version = ${version}`.execute(db);
  const [row] = found.rows;
  if (!row) throw new Error(`平台内没有签发过 ${reference}。请写成 编号@版本，如 example-2025@1.1.0`);
  const { digest } = writeVersion(
    directory,
    JSON.parse(row.files) as PackageFiles,
    { on: row.published_on, proposedBy: row.proposed_by, approvedBy: row.approved_by },
    JSON.parse(row.proof) as ProofCertificate,
  );
  return digest;
}

/** Runs the verb. */
export async function run(args: readonly string[]): Promise<number> {
  const [reference, directory, ...rest] = args;
  if (reference === undefined || directory === undefined || rest.length > 0)
    throw new Error("用法：npm run --silent admin -- export-policy 编号@版本 目录");
  const place = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), directory);
  return withDatabase(async (url, config) => {
    const services = await createServices({ ...config, production: true }, url);
    try {
      console.log(`已写出 ${reference} ${await exportPolicy(services.database, reference, place)}`);
      return 0;
    } finally {
      await services.database.destroy();
    }
  });
}

import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import { alteration } from "../../kernel/published-law.ts";

/** Versions published in the platform are what two officers signed. */
export const versionVerifier: Verifier = {
  name: "签发的政策",
  async run(services) {
    const found = await sql<{
      digest: string;
      policy_id: string;
      version: string;
      files: string;
      content: string;
      proof: string;
    }>`select digest, policy_id, version, files, content, proof from policy_version order by number`.execute(
      services.database,
    );
    return {
      checked: found.rows.length,
      differences: found.rows.flatMap((row) => {
        const wrong = alteration(row) ?? (provedDigest(row.proof) === row.digest ? null : "的证明不是它的");
        return wrong === null ? [] : [`政策 ${row.policy_id} 第 ${row.version} 版${wrong}`];
      }),
    };
  },
};

function provedDigest(proof: string): unknown {
  const value: unknown = JSON.parse(proof);
  return typeof value === "object" && value !== null && "digest" in value ? value.digest : null;
}

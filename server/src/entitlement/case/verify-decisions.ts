import { decide } from "@jinengtong/policy";
import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import type { Services } from "../../kernel/services.ts";
import { storedCase } from "../programme/trace.ts";

const PART = 5_000;

interface StoredDecision {
  id: string;
  number: string;
  version: number;
  facts: unknown;
  policy_digest: string;
  outcome: string;
  amount_fen: number;
  recover_fen: number;
}

/** Decides every stored decision again on its own facts: outcome and amounts must be equal, forever. */
export const decisionVerifier: Verifier = {
  name: "裁定重放",
  async run(services) {
    const differences: string[] = [];
    let checked = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const found = await sql<StoredDecision>`
        select d.id, c.number, d.version, d.facts, d.policy_digest, d.outcome, d.amount_fen, d.recover_fen
        from claim_decision d join claim c on c.id = d.claim_id where d.id > ${after}::uuid order by d.id limit ${PART}`.execute(
        services.database,
      );
      for (const row of found.rows) {
        const difference = replayed(services, row);
        if (difference !== null) differences.push(`${row.number} 第 ${row.version} 版：${difference}`);
      }
      checked += found.rows.length;
      const last = found.rows.at(-1);
      if (found.rows.length < PART || !last) return { checked, differences };
      after = last.id;
    }
  },
};

function replayed(services: Services, row: StoredDecision): string | null {
  if (!services.policies.ofDigest(row.policy_digest)) return `没有指纹为 ${row.policy_digest} 的政策版本`;
  const stored = storedCase(services, row);
  if (!stored) return "所存事实不是有效的案例";
  const now = decide(stored.policy, stored.facts);
  if (now.outcome !== row.outcome) return `所存结论 ${row.outcome}，重放 ${now.outcome}`;
  if (now.amountFen !== row.amount_fen) return `所存金额 ${row.amount_fen} 分，重放 ${now.amountFen} 分`;
  return now.recoverFen === row.recover_fen ? null : `所存应收回 ${row.recover_fen} 分，重放 ${now.recoverFen} 分`;
}

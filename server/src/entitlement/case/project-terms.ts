import { sql } from "../../kernel/database.ts";
import type { Context } from "../../kernel/context.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { DEAD } from "../claim-states.ts";
import type { Stated } from "../programme/stated.ts";

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/**
 * Money of a training project (十三): one contract covers advance and settlement; the accepted amount follows who finished, at most
 * the contract's price for each.
 */
export async function projectTerms(
  context: Context,
  training: { id: string; capacity: number; benefit: string },
  asked: { stage?: "advance" | "settlement" | undefined; stated: Stated },
): Promise<Stated> {
  const found = await sql<{ contract: number | null; finishers: number }>`
    select (select (c.stated ->> 'contractFen')::bigint from claim c where c.class_id = ${training.id}
        and c.benefit = ${training.benefit} and c.stage = 'advance' and c.state <> all(${[...DEAD]}::text[])
        order by c.created_at desc limit 1) as contract,
      (select count(*)::int from enrolment e where e.class_id = ${training.id} and e.state = 'completed') as finishers`.execute(
    context.db,
  );
  const { contract = null, finishers = 0 } = found.rows[0] ?? {};
  const { contractFen = contract ?? undefined, acceptedFen } = asked.stated;
  if (contract !== null && contractFen !== contract)
    throw unacceptable("contract-changed", `预拨时申报的合同金额是 ${yuan(contract)}，结算须按同一份合同。`, [
      { pointer: "/stated/contractFen", detail: `应为 ${yuan(contract)}` },
    ]);
  if (asked.stage === "settlement" && contractFen === undefined)
    throw unacceptable("contract-missing", "请填写项目合同金额。", [
      { pointer: "/stated/contractFen", detail: "请填写项目合同金额" },
    ]);
  const most = Math.floor(((contractFen ?? 0) * finishers) / training.capacity);
  if (asked.stage === "settlement" && acceptedFen !== undefined && acceptedFen > most)
    throw unacceptable(
      "accepted-above-finishers",
      `验收金额不能超过按结业人数折算的 ${yuan(most)}（合同 ${yuan(contractFen ?? 0)}，计划 ${training.capacity} 人，结业 ${finishers} 人）。请核对验收材料。`,
      [{ pointer: "/stated/acceptedFen", detail: `不超过 ${yuan(most)}` }],
    );
  return contractFen === undefined ? asked.stated : { ...asked.stated, contractFen };
}

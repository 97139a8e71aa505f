import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { FileReply } from "../../kernel/files.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { sql } from "../../kernel/database.ts";
import { z } from "zod";
import { sheetReply } from "../../kernel/sheets.ts";
import { BANK_COLUMNS, bankFile } from "./bank-file.ts";
import { BatchState, batchStates } from "../batch-states.ts";
import { batchOwner } from "../owners.ts";
import { refuseStoppedPayments } from "./release-batch.ts";

/** Sends a released batch to the bank: fixes the file by its digest; from now on the bank's return decides each payment. */
export const sendBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/dispatch",
  summary: "送银行",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  output: BatchState.extend({ digest: z.string() }),
  async run(context, { params }) {
    await refuseStoppedPayments(context, params.id);
    await moveState(context, batchStates, params.id, "sent");
    const batch = await context.db
      .selectFrom("payment_batch")
      .select(["id", "number"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const { digest } = await bankFile(context, batch);
    await context.db
      .updateTable("payment_batch")
      .set({ bank_file_digest: digest })
      .where("id", "=", params.id)
      .execute();
    await sql`update payment set state = 'sent' where batch_id = ${params.id} and state = 'batched'`.execute(
      context.db,
    );
    context.audit({ kind: "payment-batch", id: params.id, detail: { digest } });
    return { id: params.id, state: "sent", digest };
  },
});

/** Bank file of a sent batch, byte for byte as its digest says. The download is recorded, since it holds account numbers. */
export const downloadBankFile = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/bank-file",
  summary: "下载银行文件",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  query: z.object({ format: z.enum(["csv", "xlsx"]).default("csv").describe("xlsx 中账号为文本，Excel 打开不会丢位") }),
  output: fileOutput,
  async run(context, { params, query }) {
    const batch = await context.db
      .selectFrom("payment_batch")
      .select(["id", "number", "state", "bank_file_digest"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (batch.bank_file_digest === null)
      throw conflict("batch-not-sent", "批次尚未送银行，请先由另一位财政人员复核放款，再送银行。", {
        state: batch.state,
      });
    const { content, digest, rows } = await bankFile(context, batch);
    if (digest !== batch.bank_file_digest) {
      throw conflict(
        "bank-file-changed",
        "收款账户在送出后有变动，无法还原当时的文件。请使用已下载的文件，并核对变动记录。",
      );
    }
    context.audit({ kind: "payment-batch", id: params.id, detail: { digest, format: query.format } });
    if (query.format === "xlsx") return sheetReply(batch.number, BANK_COLUMNS, rows, { sheetName: "代发明细" });
    return new FileReply({ mediaType: "text/csv; charset=utf-8", content, fileName: `${batch.number}.csv` });
  },
});

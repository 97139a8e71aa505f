import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";

/** `POST /api/v1/jobs/:id/retry`: makes a failed or waiting job due now. Jobs run at least once and re-read the state. */
export const retryJob = operation({
  method: "POST",
  path: "/api/v1/jobs/:id/retry",
  summary: "重试后台任务",
  permission: { roles: ["admin"] },
  params: z.object({ id: z.string().regex(/^\d{1,18}$/u, "编号格式不正确") }),
  output: z.object({ id: z.string() }),
  async run(context, { params }) {
    const found = await sql<{ done: boolean }>`select retry_job(${params.id}::bigint) as done`.execute(context.db);
    if (found.rows[0]?.done !== true)
      throw conflict("job-not-waiting", "这项任务已经完成、正在运行或还没有失败过，不需要重试。请刷新页面查看。");
    context.audit({ kind: "job", id: params.id });
    return { id: params.id };
  },
});

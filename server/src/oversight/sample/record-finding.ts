import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { sampleOf, sampleOwner, Verdict } from "./sample-view.ts";

/** Records the finding on one drawn record. A second look is a second finding. */
export const recordFinding = operation({
  method: "POST",
  path: "/api/v1/audit-samples/:id/findings",
  summary: "登记抽查结果",
  permission: { roles: ["auditor"], over: sampleOwner },
  params: ById,
  body: z.strictObject({ subjectId: Id, verdict: Verdict, note: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await sampleOf(context, params.id);
    if (!row.drawn.includes(body.subjectId))
      throw unacceptable("not-drawn", "这条记录不在本次抽样内，请从抽样明细中选择。", [
        { pointer: "/subjectId", detail: "不在本次抽样内" },
      ]);
    const { id } = await context.db
      .insertInto("audit_finding")
      .values({
        sample_id: params.id,
        subject_kind: row.frame,
        subject_id: body.subjectId,
        verdict: body.verdict,
        note: body.note,
        found_by: context.actor.accountId,
        found_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "audit-finding", id, detail: { sampleId: params.id, verdict: body.verdict } });
    return { id };
  },
});

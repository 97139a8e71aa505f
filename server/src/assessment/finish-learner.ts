import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { conflict, unacceptable } from "../kernel/problem.ts";
import { ById, Done, Text } from "../kernel/shapes.ts";
import { enrolmentOwner, finishEnrolment } from "../training/index.ts";
import { completionOf } from "./completion.ts";
import { notReady } from "./exam-results.ts";

/** Sets the outcome of a learner's class: completed if hours and exam suffice, or failed with the reason. */
export const finishLearner = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/outcome",
  summary: "登记学员结业或未结业",
  permission: { roles: ["institution"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({ outcome: z.enum(["completed", "failed"]), reason: Text(200, 2).optional() }),
  output: Done,
  async run(context, { params, body }) {
    if (body.outcome === "failed" && body.reason === undefined)
      throw unacceptable("reason-missing", "登记未结业须写明理由。", [{ pointer: "/reason", detail: "请写明理由" }]);
    if (body.outcome === "completed") {
      const completion = (await completionOf(context.db, [params.id])).get(params.id);
      const missing = notReady(completion) ?? (completion?.examPassed ? null : "结业考核还没有合格成绩");
      if (missing !== null) throw conflict("not-complete", `还不能结业：${missing}。`);
    }
    await finishEnrolment(context, params.id, body.outcome, body.reason);
    context.audit({ kind: "enrolment", id: params.id, detail: { outcome: body.outcome } });
    return { id: params.id };
  },
});

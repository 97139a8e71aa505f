import { formatClassHours, nonCompletions, type NonCompletion } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { enrolmentOwner, finishEnrolment } from "../../training/index.ts";
import { type Completion, completionOf } from "../completion/completion.ts";
import { notReady } from "./exam-results.ts";

/**
 * Sets the outcome of a learner's class: completed if hours and exam suffice, or not completed with a coded reason that the
 * records bear out; the missing hours are kept with it.
 */
export const finishLearner = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/outcome",
  summary: "登记学员结业或未结业",
  permission: { roles: ["institution"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({
    outcome: z.enum(["completed", "failed"]),
    code: z.enum(nonCompletions.codes).default("other").describe("未结业的原因"),
    reason: Text(200, 2).optional().describe("原因为其他、中途离班时必填"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const completion = (await completionOf(context.db, [params.id])).get(params.id);
    if (body.outcome === "completed") {
      const missing = notReady(completion) ?? (completion?.examPassed ? null : "结业考核还没有合格成绩");
      if (missing !== null) throw conflict("not-complete", `还不能结业：${missing}。`);
      await finishEnrolment(context, params.id, "completed");
    } else {
      const refused = contradiction(body.code, completion);
      if (refused !== null) throw conflict("outcome-contradicted", `${refused}，请核对后选择其他原因。`);
      if (body.reason === undefined && (body.code === "other" || body.code === "left"))
        throw unacceptable("reason-missing", "登记未结业须写明理由。", [{ pointer: "/reason", detail: "请写明理由" }]);
      const missingHours = Math.max(0, (completion?.neededHours ?? 0) - (completion?.countedHours ?? 0));
      const label = nonCompletions.label(body.code);
      const short = missingHours > 0 ? `（缺 ${formatClassHours(missingHours)}）` : "";
      await finishEnrolment(context, params.id, {
        code: body.code,
        missingHours,
        reason: `${label}${short}${body.reason === undefined ? "" : `：${body.reason}`}`,
      });
    }
    context.audit({
      kind: "enrolment",
      id: params.id,
      detail: { outcome: body.outcome, ...(body.outcome === "failed" ? { code: body.code } : {}) },
    });
    return { id: params.id };
  },
});

/** Says how the records contradict the reason; null if they bear it out or can't tell. */
function contradiction(code: NonCompletion, completion: Completion | undefined): string | null {
  if (code === "hours-short") return notReady(completion) === null ? "该学员的课时和出勤已经足够" : null;
  if (code !== "absent" && code !== "exam-failed") return null;
  if (completion?.examPassed === true) return "该学员的结业考核已经合格";
  return completion?.examPassed === false ? null : "该学员还没有结业考核的成绩或缺考记录";
}

import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { checkClass } from "./check-rules.ts";
import { papersOf } from "./class-papers.ts";
import { classFacts } from "./class-facts.ts";
import { lockClass } from "../class/class-plan.ts";
import { classStates } from "../class-states.ts";
import { onlineRatio } from "../class/online-ratio.ts";
import { tellReviewers } from "../class/tell-class.ts";
import { classOwner } from "../owners.ts";

/** Submits the filing to the bureau; any error refuses it, with all errors listed. */
export const submitClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/submission",
  summary: "提交开班申请",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  output: Done,
  async run(context, { params }) {
    const row = await lockClass(context, params.id);
    await requireActive(context, row.organisation_id, "提交开班申请");
    await moveState(context, classStates, params.id, "submitted", { from: ["draft", "returned"] });
    // The county may have changed its share since the draft; the lists published by now are those the class is filed under.
    const ratio = await onlineRatio(context, row.policy_id, row.starts_on);
    await context.db
      .updateTable("training_class")
      .set({
        online_ratio: ratio,
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
        plan_version: row.plan_version + 1,
        decided_by: null,
        decided_at: null,
      })
      .where("id", "=", params.id)
      .execute();
    const facts = await classFacts(context, params.id);
    const findings = checkClass(facts);
    const errors = findings.filter((finding) => finding.severity === "error");
    if (errors.length > 0)
      throw new Problem(
        422,
        "class-checks-failed",
        `开班计划有 ${errors.length} 处不符合要求：${errors[0]?.sentence}。请逐项更正后再提交。`,
        errors.map((finding) => ({ pointer: `/${finding.where}`, detail: finding.sentence })),
        { findings },
      );
    const papers = (await papersOf(context, params.id)).map(({ id, name }) => ({ id, name }));
    await context.db
      .insertInto("class_filing")
      .values({
        class_id: params.id,
        version: row.plan_version,
        content: json({ plan: { ...row, online_ratio: ratio }, sessions: facts.sessions, findings, papers }),
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
      })
      .execute();
    await tellReviewers(context, row.town, "filings-waiting");
    context.audit({ kind: "class", id: params.id, region: row.town, detail: { planVersion: row.plan_version } });
    return { id: params.id };
  },
});

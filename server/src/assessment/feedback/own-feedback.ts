import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../../training/index.ts";
import { FeedbackState, labelOf, Stars } from "./feedback-shape.ts";
import { whyNotSay } from "./may-say.ts";

/** A learner's own words on a class, newest first, and whether they can write now. Nobody else reads who wrote them here. */
export const ownFeedback = operation({
  method: "GET",
  path: "/api/v1/enrolments/:id/feedback",
  summary: "我对这个班的评价",
  permission: { roles: ["learner"], over: enrolmentOwner },
  params: ById,
  output: z.object({
    whyNot: z.string().nullable().describe("不能评价的原因；能评价时为空"),
    rows: z.array(
      Stars.extend({
        id: Id,
        text: z.string(),
        state: FeedbackState,
        stateLabel: z.string(),
        writtenAt: Instant,
        reason: z.string().nullable().describe("没有公开的理由"),
        reply: z.string().nullable().describe("机构的答复"),
      }),
    ),
  }),
  async run({ db }, { params }) {
    const rows = await db
      .selectFrom("class_feedback")
      .selectAll()
      .where("enrolment_id", "=", params.id)
      .orderBy("written_at", "desc")
      .limit(20)
      .execute();
    return {
      whyNot: await whyNotSay(db, params.id),
      rows: rows.map((row) => ({
        id: row.id,
        teaching: row.teaching,
        practice: row.practice,
        service: row.service,
        useful: row.useful,
        text: row.text,
        state: row.state,
        stateLabel: labelOf(row.state),
        writtenAt: row.written_at.toISOString(),
        reason: row.state === "refused" ? row.decision_reason : null,
        reply: row.reply_removed_at === null ? row.reply : null,
      })),
    };
  },
});

import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classFeedbackStates } from "../class-feedback-states.ts";
import { feedbackAuthor } from "../owners.ts";

/** A learner takes their word back, published or not; they may then write another. */
export const withdrawFeedback = operation({
  method: "POST",
  path: "/api/v1/class-feedback/:id/withdrawal",
  summary: "撤回评价",
  permission: { roles: ["learner"], over: feedbackAuthor },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await moveState(context, classFeedbackStates, params.id, "withdrawn");
    context.audit({ kind: "class-feedback", id: params.id });
    return { id: params.id };
  },
});

import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { findOrCreatePerson } from "../../people/index.ts";
import { WrittenLearner } from "../roster/add-learner.ts";
import { applyChange, faultsCausedBy, mustBeApplicable, type PlanChange } from "./apply-change.ts";
import { TimetableChange } from "./class-change-content.ts";
import { fileChange } from "./file-change.ts";
import { lockClass } from "../class/class-plan.ts";
import { classStates, type ClassState } from "../class-states.ts";
import { classOwner } from "../owners.ts";

const JoinerChange = z.strictObject({ kind: z.literal("joiner"), learner: WrittenLearner, reason: Text(500, 2) });

/**
 * Requests a change to an approved class. Before the class begins it takes effect at once, unless the class would then
 * break a requirement it was approved under; that, and all changes afterwards, take effect on approval.
 */
export const askChange = operation({
  method: "POST",
  path: "/api/v1/classes/:id/changes",
  summary: "提交变更申请",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.discriminatedUnion("kind", [TimetableChange, JoinerChange]),
  output: z.object({ id: Id, state: z.enum(["submitted", "applied"]) }),
  async run(context, { params, body }) {
    const target = await lockClass(context, params.id);
    if (!["approved", "running", "suspended"].includes(target.state)) {
      const { label } = classStates.states[target.state as ClassState];
      throw conflict("change-not-possible", `培训班当前为“${label}”，不能申请变更。尚未批准的，请直接修改开班计划。`);
    }
    const content = await contentOf(context, body, target.town);
    await mustBeApplicable(context, target, content);
    const against = await faultsCausedBy(context, target, content);
    const state = target.state === "approved" && against.length === 0 ? ("applied" as const) : ("submitted" as const);
    if (state === "applied") await applyChange(context, target, content, body.reason);
    const changeId = await fileChange(context, {
      classId: params.id,
      town: target.town,
      content: against.length > 0 ? { ...content, against } : content,
      reason: body.reason,
      state,
    });
    context.audit({
      kind: "class",
      id: params.id,
      region: target.town,
      detail: { changeId, kind: content.kind },
    });
    return { id: changeId, state };
  },
});

type Body = z.output<typeof TimetableChange> | z.output<typeof JoinerChange>;

async function contentOf(context: Context, body: Body, town: string): Promise<PlanChange> {
  if (body.kind === "timetable") return { kind: body.kind, cancel: body.cancel, sessions: body.sessions };
  const { groupCode, ...written } = body.learner;
  const person = await findOrCreatePerson(context, { ...written, town: written.town ?? town });
  return { kind: body.kind, personId: person.id, groupCode };
}

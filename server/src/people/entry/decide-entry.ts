import { z } from "zod";
import { notifyAccount } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { subjectLabel } from "../keeper/subjects.ts";
import { writeEntry } from "./entry-content.ts";
import { entryOwner, lockEntry } from "./entry-rows.ts";
import { entryStates } from "./entry-states.ts";

/** `POST /api/v1/person-entries/:id/decision`: another officer of the office confirms, and the fact counts from then on, or refuses. */
export const decideEntry = operation({
  method: "POST",
  path: "/api/v1/person-entries/:id/decision",
  summary: "确认或退回单个登记",
  permission: { roles: ["reviewer", "department"], over: entryOwner },
  params: ById,
  body: z
    .strictObject({ verdict: z.enum(["confirmed", "refused"]), reason: Text(300).nullable().default(null) })
    .refine((body) => body.verdict === "confirmed" || (body.reason ?? "").length >= 2, {
      message: "退回须写明理由",
      path: ["reason"],
    }),
  output: z.strictObject({ id: Id.nullable().describe("登记成的情况或人群类别") }),
  async run(context, { params, body }) {
    const entry = await lockEntry(context, params.id);
    await requireKeeper(context, entry.subject);
    if (entry.entered_by === context.actor.accountId)
      throw forbidden("登记和确认须由两个人办理，请本单位的另一位工作人员登录后确认。", "confirmed-by-enterer");
    await moveState(context, entryStates, params.id, body.verdict, body.reason === null ? {} : { reason: body.reason });
    await context.db
      .updateTable("person_entry")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, decision_reason: body.reason })
      .where("id", "=", params.id)
      .execute();
    const confirmed = body.verdict === "confirmed";
    const id = confirmed ? await writeEntry(context, entry.person_id, entry.content) : null;
    await notifyAccount(context, entry.entered_by, {
      template: "entry-decided",
      text: `您提交的“${subjectLabel(entry.subject)}”登记${confirmed ? "已确认" : `已退回：${body.reason}`}。`,
    });
    context.audit({ kind: "person-entry", id: params.id, detail: { verdict: body.verdict, recorded: id } });
    return { id };
  },
});

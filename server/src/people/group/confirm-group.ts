import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { inOrder, OUT_OF_ORDER, validity } from "./declare-group.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { personOwner } from "../identity/person-view.ts";

/** `POST /api/v1/people/:id/groups`: an office enters a group from its own register, confirmed at once. */
export const confirmGroup = operation({
  method: "POST",
  path: "/api/v1/people/:id/groups",
  summary: "登记人群类别",
  permission: { roles: ["reviewer", "department"], over: personOwner },
  params: ById,
  body: z.strictObject({ ...validity, note: Text(500, 2).describe("依据的名册或系统") }).refine(inOrder, OUT_OF_ORDER),
  output: Done,
  async run(context, { params, body }) {
    await requireKeeper(context, `group:${body.code}`);
    const row = await context.db
      .insertInto("person_group")
      .values({
        person_id: params.id,
        code: body.code,
        valid_from: body.validFrom,
        valid_to: body.validTo,
        evidence_file_id: null,
        evidence_note: body.note,
        state: "confirmed",
        declared_by: null,
        decided_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.emit("person-group-confirmed", { personIds: [params.id], code: body.code });
    context.audit({ kind: "person-group", id: row.id, detail: { code: body.code } });
    return { id: row.id };
  },
});

import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classChangeStates } from "../class-change-states.ts";
import { changeOwner } from "../owners.ts";

/** Whoever asked for an undecided change takes it back: the institution, or the officer. */
export const withdrawChange = operation({
  method: "POST",
  path: "/api/v1/class-changes/:id/withdrawal",
  summary: "撤回变更申请",
  permission: { roles: ["institution", "reviewer"], over: changeOwner },
  scope: "classes:write",
  params: ById,
  output: Done,
  async run(context, { params }) {
    const asked = await sql`
      select from class_change h join account a on a.id = h.submitted_by where h.id = ${params.id}
        and (a.id = ${context.actor.accountId} or a.organisation_id = ${context.actor.organisationId}::uuid)`.execute(
      context.db,
    );
    if (asked.rows.length === 0) throw forbidden("这件变更不是您单位提出的，不能撤回。", "withdrawn-by-another");
    await moveState(context, classChangeStates, params.id, "withdrawn");
    context.audit({ kind: "class-change", id: params.id });
    return { id: params.id };
  },
});

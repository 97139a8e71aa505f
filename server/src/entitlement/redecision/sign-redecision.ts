import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Done, Fen } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { type RedecisionState, redecisionStates } from "../redecision-states.ts";
import { sumsOf } from "./redecision-view.ts";

/**
 * `POST /api/v1/redecisions/:id/signature`: an officer signs the list as they saw it; the second, another officer, sets going what
 * follows from it.
 */
export const signRedecision = operation({
  method: "POST",
  path: "/api/v1/redecisions/:id/signature",
  summary: "在追溯裁定的清单上签字",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({
    changed: z.number().int().nonnegative().describe("看到的有变化的件数"),
    moreFen: Fen.describe("看到的应补发合计"),
    lessFen: Fen.describe("看到的应追回、核减合计"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const found = await sql<{ state: RedecisionState; first_by: string | null }>`
      select state, first_by from redecision where id = ${params.id} for update`.execute(context.db);
    const run = found.rows[0];
    if (!run) throw notFound("这次追溯裁定");
    const second = run.state === "signed";
    if (second && run.first_by === context.actor.accountId)
      throw conflict("second-signature-is-first", "第二个签字须由另一位工作人员作出。请转交另一位审核人员。");
    const sums = await sumsOf(context.db, params.id);
    if (sums.changed !== body.changed || sums.moreFen !== body.moreFen || sums.lessFen !== body.lessFen)
      throw conflict("list-changed", "清单与您看到的不同。请刷新页面，核对后再签字。");
    await (
      second
        ? sql`update redecision set second_by = ${context.actor.accountId}, second_at = ${context.now} where id = ${params.id}`
        : sql`update redecision set first_by = ${context.actor.accountId}, first_at = ${context.now} where id = ${params.id}`
    ).execute(context.db);
    await moveState(context, redecisionStates, params.id, second ? "carrying-out" : "signed");
    if (second) await context.emit("redecision-due", { redecisionId: params.id }, { urgent: true });
    context.audit({ kind: "redecision", id: params.id, detail: { signature: second ? 2 : 1, changed: body.changed } });
    return { id: params.id };
  },
});

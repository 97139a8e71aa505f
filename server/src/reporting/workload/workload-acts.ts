import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Fen, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { organisationOwner } from "../../organisations/index.ts";
import { reckonLines } from "./workload-lines.ts";
import { workloadStates } from "./workload-states.ts";
import { lockWorkload, OfYear, showWorkload, totalsOf, valuesOf, Workload } from "./workload-view.ts";

const READERS = ["institution", "reviewer", "department", "finance", "auditor"] as const;

/** `GET /api/v1/organisations/:id/workloads/:year`: a school's work-load, from facts until the school confirmed it. */
export const showWorkloadOf = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/workloads/:year",
  summary: "院校培训工作量",
  permission: { roles: READERS, over: organisationOwner },
  params: OfYear,
  output: Workload,
  run: (context, { params }) => showWorkload(context, params.id, params.year),
});

/** `PUT /api/v1/organisations/:id/workloads/:year`: other income and costs of the year, which only the school knows. */
export const saveWorkload = operation({
  method: "PUT",
  path: "/api/v1/organisations/:id/workloads/:year",
  summary: "填写院校培训收支",
  permission: { roles: ["institution"], over: organisationOwner },
  params: OfYear,
  body: z.strictObject({ otherIncomeFen: Fen, materialFen: Fen, trainersFen: Fen }),
  output: Workload,
  async run(context, { params, body }) {
    const given = await lockOpen(context, params);
    await context.db
      .updateTable("workload")
      .set({ other_income_fen: body.otherIncomeFen, material_fen: body.materialFen, trainers_fen: body.trainersFen })
      .where("id", "=", given.id)
      .execute();
    context.audit({ kind: "workload", id: given.id, organisationId: params.id });
    return showWorkload(context, params.id, params.year);
  },
});

/** Locks a year that is still the school's; refuses one that has not ended, or was confirmed. */
async function lockOpen(context: Context, { id, year }: z.output<typeof OfYear>) {
  if (context.today <= `${year}-12-31`)
    throw conflict("year-not-ended", `${year} 年还没有结束，结束后再确认；现在可以查看已结束班级的折算。`);
  const given = await lockWorkload(context, id, year);
  if (given.state !== "draft" && given.state !== "returned")
    throw conflict(
      "workload-confirmed",
      `${year} 年工作量当前为“${workloadStates.states[given.state].label}”，不能再改。以后的更正另列一行，计入下一年。`,
      { state: given.state },
    );
  return given;
}

/** `POST /api/v1/organisations/:id/workloads/:year/confirmation`: the school confirms, and the lines are stored as they are now. */
export const confirmWorkload = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/workloads/:year/confirmation",
  summary: "确认院校培训工作量",
  permission: { roles: ["institution"], over: organisationOwner },
  params: OfYear,
  output: Workload,
  async run(context, { params }) {
    const given = await lockOpen(context, params);
    const values = valuesOf(context, params.year);
    const lines = await reckonLines(context, params.id, params.year, values);
    if (lines.length === 0 && given.otherIncomeFen === 0)
      throw conflict("nothing-trained", `${params.year} 年没有已结束的培训班，没有可确认的工作量。`);
    for (const line of lines)
      await sql`
        insert into workload_line (workload_id, version, class_id, correction, percent, heads, class_hours, learner_hours, trainer_hours, income_fen)
        values (${given.id}, ${given.version}, ${line.classId}, ${line.correction}, ${line.percent}, ${line.heads}, ${line.classHours},
          ${line.learnerHours}, ${line.trainerHours}, ${line.incomeFen})`.execute(context.db);
    await sql`
      update workload set totals = ${json(totalsOf(lines, given, values))}::jsonb, parameters = ${json(values)}::jsonb,
        confirmed_by = ${context.actor.accountId}, accepted_by = null where id = ${given.id}`.execute(context.db);
    await moveState(context, workloadStates, given.id, "confirmed");
    const { town } = await context.db
      .selectFrom("organisation")
      .select("town")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", town, {
      template: "workloads-waiting",
      text: "有 {n} 份院校培训工作量等待审核。",
    });
    context.audit({
      kind: "workload",
      id: given.id,
      organisationId: params.id,
      detail: { year: params.year, lines: lines.length },
    });
    return showWorkload(context, params.id, params.year);
  },
});

const decision = (context: Context, { id, year }: z.output<typeof OfYear>, workloadId: string, text: string) => {
  context.audit({ kind: "workload", id: workloadId, organisationId: id, detail: { year } });
  return notifyOrganisation(context, id, { template: "workload-decided", text: `${year} 年培训工作量${text}` });
};

/** `POST /api/v1/organisations/:id/workloads/:year/acceptance`: the office accepts what the school confirmed. */
export const acceptWorkload = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/workloads/:year/acceptance",
  summary: "接受院校培训工作量",
  permission: { roles: ["reviewer", "department"], over: organisationOwner },
  params: OfYear,
  output: Workload,
  async run(context, { params }) {
    const given = await lockWorkload(context, params.id, params.year);
    await context.db
      .updateTable("workload")
      .set({ accepted_by: context.actor.accountId })
      .where("id", "=", given.id)
      .execute();
    await moveState(context, workloadStates, given.id, "accepted");
    await decision(context, params, given.id, "已接受。");
    return showWorkload(context, params.id, params.year);
  },
});

/** `POST /api/v1/organisations/:id/workloads/:year/giving-back`: given back to the school with a reason; facts are read anew. */
export const giveBackWorkload = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/workloads/:year/giving-back",
  summary: "退回院校培训工作量",
  permission: { roles: ["reviewer", "department"], over: organisationOwner },
  params: OfYear,
  body: z.strictObject({ reason: Text(500) }),
  output: Workload,
  async run(context, { params, body }) {
    const given = await lockWorkload(context, params.id, params.year);
    await moveState(context, workloadStates, given.id, "returned", { reason: body.reason });
    await decision(context, params, given.id, `被退回：${body.reason} 请改好后再次确认。`);
    return showWorkload(context, params.id, params.year);
  },
});

/** `POST /api/v1/organisations/:id/workloads/:year/locking`: locks the year for good; later corrections are lines of the next. */
export const lockWorkloadYear = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/workloads/:year/locking",
  summary: "锁定院校培训工作量",
  permission: { roles: ["reviewer"], over: organisationOwner },
  params: OfYear,
  output: Workload,
  async run(context, { params }) {
    const given = await lockWorkload(context, params.id, params.year);
    await moveState(context, workloadStates, given.id, "locked");
    await decision(context, params, given.id, "已锁定；以后的更正计入下一年。");
    return showWorkload(context, params.id, params.year);
  },
});

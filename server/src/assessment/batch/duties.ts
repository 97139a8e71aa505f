import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Instant, Text } from "../../kernel/shapes.ts";
import { BATCH_STATES, type BatchState } from "../evaluation-states.ts";
import type { EvaluationDuty, EvaluationWay } from "../evaluation-tables.ts";
import { dutyOwner } from "../owners.ts";
import { DUTIES } from "../panel/staff-words.ts";
import { holdBatch, WAY_NAMES } from "./batch.ts";

const DUTY_NAMES = Object.keys(DUTIES) as [EvaluationDuty, ...EvaluationDuty[]];

/** Assignments of the person who is signed in, next ones first. */
export const myDuties = operation({
  method: "GET",
  path: "/api/v1/me/evaluation-duties",
  summary: "我的考评督导任务",
  permission: { roles: ["learner"] },
  output: z.object({
    duties: z.array(
      z.object({
        id: Id,
        batchId: Id,
        number: z.string(),
        organisationName: z.string(),
        siteName: z.string(),
        address: z.string(),
        occupationName: z.string(),
        level: z.int(),
        ways: z.array(z.enum(WAY_NAMES)),
        examOn: CivilDate,
        startsAt: Instant,
        state: z.enum(BATCH_STATES as [BatchState, ...BatchState[]]),
        duty: z.enum(DUTY_NAMES),
        leader: z.boolean(),
        present: z.boolean(),
        conflict: z.string().nullable(),
        stopped: z.boolean(),
        papers: z.array(z.object({ id: Id, subject: z.enum(WAY_NAMES), opened: z.int().describe("已启封的人数") })),
      }),
    ),
  }),
  async run(context) {
    const { personId } = context.actor;
    if (personId === null) return { duties: [] };
    const { rows } = await sql<{
      id: string;
      batchId: string;
      number: string;
      organisationName: string;
      siteName: string;
      address: string;
      occupationName: string;
      level: number;
      ways: EvaluationWay[];
      examOn: CivilDay;
      starts: Date;
      state: BatchState;
      duty: EvaluationDuty;
      leader: boolean;
      present: boolean;
      conflict: string | null;
      stopped: boolean;
      papers: { id: string; subject: EvaluationWay; opened: number }[];
    }>`
      select a.id, b.id as "batchId", b.number, o.name as "organisationName", t.name as "siteName", t.address, b.occupation_name as "occupationName",
        b.level, b.ways, b.exam_on as "examOn", b.starts_at as starts, b.state, a.duty, a.leader, a.present_at is not null as present, a.conflict,
        exists (select from evaluation_stop x where x.batch_id = b.id and x.lifted_at is null) as stopped,
        case when a.duty in ('internal-supervisor', 'external-supervisor') then coalesce((select json_agg(json_build_object('id', d.id, 'subject', d.subject,
          'opened', (d.first_by is not null)::int + (d.second_by is not null)::int) order by d.subject) from evaluation_paper_draw d where d.batch_id = b.id), '[]')
          else '[]' end as papers
      from evaluation_assignment a join evaluation_staff s on s.id = a.staff_id join evaluation_batch b on b.id = a.batch_id
      join organisation o on o.id = b.organisation_id join evaluation_site t on t.id = b.site_id
      where s.person_id = ${personId} and a.removed_at is null and b.state <> 'cancelled'
      order by b.state in ('issued', 'archived'), b.exam_on, b.id limit 100`.execute(context.db);
    return { duties: rows.map(({ starts, ...row }) => ({ ...row, startsAt: starts.toISOString() })) };
  },
});

async function assignment(context: Context, id: string) {
  return context.db
    .selectFrom("evaluation_assignment")
    .select(["batch_id", "duty", "staff_id", "present_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Says that one is there, on the day of the exam. */
export const reportPresence = operation({
  method: "POST",
  path: "/api/v1/evaluation-duties/:id/presence",
  summary: "到岗",
  permission: { roles: ["learner"], over: dutyOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const row = await assignment(context, params.id);
    const batch = await holdBatch(context, row.batch_id, ["published", "running"]);
    if (context.today !== batch.examOn)
      throw conflict("not-exam-day", `考试日是 ${batch.examOn}，请在当天到场后再点到岗。`);
    await context.db
      .updateTable("evaluation_assignment")
      .set({ present_at: context.now })
      .where("id", "=", params.id)
      .where("present_at", "is", null)
      .execute();
    context.audit({ kind: "evaluation-batch", id: row.batch_id, detail: { assignment: params.id } });
    return { id: params.id };
  },
});

/** Declares a conflict of interest: the body must send somebody else before the exam starts. */
export const declareConflict = operation({
  method: "POST",
  path: "/api/v1/evaluation-duties/:id/conflict",
  summary: "申报回避",
  permission: { roles: ["learner"], over: dutyOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await assignment(context, params.id);
    const batch = await holdBatch(context, row.batch_id, ["approved", "published"]);
    await context.db
      .updateTable("evaluation_assignment")
      .set({ conflict: body.reason, conflict_at: context.now })
      .where("id", "=", params.id)
      .execute();
    const text = `批次 ${batch.number} 有${DUTIES[row.duty]}人员申报回避，请另派一人，否则不能开考。`;
    await (row.duty === "external-supervisor"
      ? notifyOffice(context, "reviewer", batch.region, { template: "evaluation-plans-waiting", text })
      : notifyOrganisation(context, batch.organisationId, {
          template: "evaluation-batch-news",
          subject: batch.id,
          text,
        }));
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { assignment: params.id } });
    return { id: params.id };
  },
});

/** A supervisor writes down what was seen at a step, from the phone. A grave finding goes to the bureau at once. */
export const reportSupervision = operation({
  method: "POST",
  path: "/api/v1/evaluation-duties/:id/supervision",
  summary: "记督导情况",
  permission: { roles: ["learner"], over: dutyOwner },
  params: ById,
  body: z.strictObject({
    step: z.enum(["papers", "theory", "practice", "review", "scoring"]),
    heads: z.int().min(0).max(2000).optional().describe("实到考生数"),
    finding: Text(1000, 2),
    grave: z.boolean().default(false).describe("严重问题，立即报人社部门"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const row = await assignment(context, params.id);
    if (!["internal-supervisor", "external-supervisor"].includes(row.duty))
      throw conflict("not-supervisor", "只有督导人员记督导情况。");
    const batch = await holdBatch(context, row.batch_id, ["published", "running", "held"]);
    if (batch.state === "published" && body.step !== "papers")
      throw conflict("not-started", "考试还没有开始，现在只能记试卷启封的情况。");
    const made = await context.db
      .insertInto("evaluation_supervision")
      .values({
        batch_id: batch.id,
        assignment_id: params.id,
        step: body.step,
        heads: body.heads ?? null,
        finding: body.finding,
        grave: body.grave,
        at: context.now,
        recorded_by: context.actor.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (body.grave) {
      await notifyOffice(context, "reviewer", batch.region, {
        template: "evaluation-plans-waiting",
        text: "督导报告了 {n} 个严重问题，请立即查看正在进行的认定批次。",
      });
      await context.emit("evaluation-credit", {
        organisationId: batch.organisationId,
        batchId: batch.id,
        what: "grave-finding",
        detail: body.step,
        on: context.today,
      });
    }
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { step: body.step, grave: body.grave } });
    return made;
  },
});

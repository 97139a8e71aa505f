import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { stateWord } from "@jinengtong/words";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Instant, pageOf, Text } from "../../kernel/shapes.ts";
import { byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../../people/index.ts";
import { evaluationObjectionStates } from "../evaluation-states.ts";
import { candidateOwner, evaluationObjectionOwner } from "../owners.ts";
import { holdBatch, readBatch, WAY_NAMES } from "../batch/batch.ts";
import { outcomes } from "./close-scores.ts";

/** The candidate objects to the own result while it is publicised. */
export const objectToResult = operation({
  method: "POST",
  path: "/api/v1/evaluation-candidates/:id/objections",
  summary: "对本人成绩提出异议",
  permission: { roles: ["learner"], over: candidateOwner },
  params: ById,
  body: z.strictObject({ text: Text(1000, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const { batch_id } = await context.db
      .selectFrom("evaluation_candidate")
      .select("batch_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    // The batch's row is held, so that no certificate is issued beside the objection.
    const batch = await holdBatch(context, batch_id, ["publicised"]);
    const publicity = await context.db
      .selectFrom("evaluation_publicity")
      .select("ends_on")
      .where("batch_id", "=", batch.id)
      .executeTakeFirstOrThrow();
    if (context.today > publicity.ends_on)
      throw conflict("publicity-over", `公示已在 ${publicity.ends_on} 结束，请直接向人社部门反映。`);
    const row = await context.db
      .insertInto("evaluation_objection")
      .values({
        batch_id: batch.id,
        candidate_id: params.id,
        text: body.text,
        raised_by: context.actor.accountId,
        raised_at: context.now,
        answer: null,
        answered_by: null,
        answered_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", batch.region, {
      template: "evaluation-objections-waiting",
      text: "有 {n} 件认定成绩异议等待答复。",
    });
    await notifyOrganisation(context, batch.organisationId, {
      template: "evaluation-batch-news",
      subject: batch.id,
      text: `批次 ${batch.number} 有考生对成绩提出异议，由人社部门答复；请备好评分表和视频。`,
    });
    context.audit({ kind: "evaluation-objection", id: row.id });
    return row;
  },
});

/** The bureau answers. An upheld objection lets the body correct the mark; certificates wait for it. */
export const answerEvaluationObjection = operation({
  method: "POST",
  path: "/api/v1/evaluation-objections/:id/answer",
  summary: "答复成绩异议",
  permission: { roles: ["reviewer"], over: evaluationObjectionOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["upheld", "refused"]), answer: Text(1000, 4) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, evaluationObjectionStates, params.id, body.verdict, { reason: body.answer });
    const row = await context.db
      .updateTable("evaluation_objection")
      .set({ answer: body.answer, answered_by: context.actor.accountId, answered_at: context.now })
      .where("id", "=", params.id)
      .returning(["batch_id", "candidate_id"])
      .executeTakeFirstOrThrow();
    const batch = await readBatch(context.db, row.batch_id);
    const { person_id } = await context.db
      .selectFrom("evaluation_candidate")
      .select("person_id")
      .where("id", "=", row.candidate_id)
      .executeTakeFirstOrThrow();
    const upheld = body.verdict === "upheld";
    await notify(
      context,
      person_id,
      "evaluation-candidate-news",
      `您对技能认定（${batch.number}）成绩的异议${upheld ? "成立，成绩将更正" : "不成立"}：${body.answer}`,
    );
    await notifyOrganisation(context, batch.organisationId, {
      template: "evaluation-batch-news",
      subject: batch.id,
      text: upheld
        ? `批次 ${batch.number} 的一件成绩异议成立：${body.answer}。请在批次里更正该考生的评分，再发证。`
        : `批次 ${batch.number} 的一件成绩异议不成立。`,
    });
    if (upheld)
      await context.emit("evaluation-credit", {
        organisationId: batch.organisationId,
        batchId: batch.id,
        what: "objection-upheld",
        detail: params.id,
        on: context.today,
      });
    context.audit({ kind: "evaluation-objection", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** Corrects one examiner's mark after an upheld objection: a new mark and a new result replace the old ones, which stay on record. */
export const correctScore = operation({
  method: "POST",
  path: "/api/v1/evaluation-objections/:id/correction",
  summary: "按异议更正成绩",
  permission: { roles: ["evaluator"], over: evaluationObjectionOwner },
  params: ById,
  body: z.strictObject({
    subject: z.enum(WAY_NAMES),
    scores: z
      .array(z.strictObject({ from: z.number().min(0).max(100), to: z.number().min(0).max(100) }))
      .min(1)
      .max(30)
      .describe("把该考生这一科原来的一个分数改成另一个"),
    reason: Text(300, 4),
  }),
  output: z.object({ id: Id, passed: z.boolean() }),
  async run(context, { params, body }) {
    const objection = await context.db
      .selectFrom("evaluation_objection")
      .select(["batch_id", "candidate_id", "state"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const batch = await holdBatch(context, objection.batch_id, ["publicised"]);
    if (objection.state !== "upheld")
      throw conflict("objection-not-upheld", "只有异议成立以后才能更正成绩，请等人社部门答复。");
    const { rows } = await sql<{ id: string; staffId: string; score: number }>`
      select x.id, x.staff_id as "staffId", x.score::float8 as score from evaluation_score x
      where x.candidate_id = ${objection.candidate_id} and x.subject = ${body.subject} and x.status = 'scored'
        and not exists (select from evaluation_score n where n.replaces = x.id) order by x.recorded_at`.execute(
      context.db,
    );
    const used = new Set<string>();
    for (const { from, to } of body.scores) {
      const found = rows.find(({ id, score }) => score === from && !used.has(id));
      if (!found) throw conflict("score-unknown", `该考生这一科没有 ${from} 分的评分，请核对评分表。`);
      used.add(found.id);
      await context.db
        .insertInto("evaluation_score")
        .values({
          batch_id: batch.id,
          candidate_id: objection.candidate_id,
          subject: body.subject,
          staff_id: found.staffId,
          status: "scored",
          score: to,
          replaces: found.id,
          reason: body.reason,
          via: "sheet",
          recorded_by: context.actor.accountId,
          recorded_at: context.now,
        })
        .execute();
    }
    const [outcome] = await outcomes(context, batch, objection.candidate_id);
    const { rows: before } = await sql<{ id: string }>`
      select r.id from evaluation_result r where r.candidate_id = ${objection.candidate_id}
        and not exists (select from evaluation_result n where n.replaces = r.id)`.execute(context.db);
    if (!outcome || !before[0]) throw conflict("no-result", "这名考生还没有成绩，请刷新页面查看。");
    const { candidateId, ...scores } = outcome;
    await context.db
      .insertInto("evaluation_result")
      .values({
        batch_id: batch.id,
        candidate_id: candidateId,
        ...scores,
        replaces: before[0].id,
        reason: body.reason,
        decided_by: context.actor.accountId,
        decided_at: context.now,
      })
      .execute();
    const { person_id } = await context.db
      .selectFrom("evaluation_candidate")
      .select("person_id")
      .where("id", "=", candidateId)
      .executeTakeFirstOrThrow();
    await notify(
      context,
      person_id,
      "evaluation-candidate-news",
      `您的技能认定（${batch.number}）成绩已更正，结果为${outcome.passed ? "合格" : "不合格"}。`,
    );
    context.audit({ kind: "evaluation-objection", id: params.id, detail: { subject: body.subject } });
    return { id: params.id, passed: outcome.passed };
  },
});

const ORDER = sortable({
  columns: { raisedAt: byTime("j.raised_at"), number: byText("b.number"), state: byText("j.state") },
  unique: byId("j.id"),
  usual: "-raisedAt",
});
const State = z.enum(["open", "upheld", "refused"]);

/** Objections to results in one's region. */
export const listEvaluationObjections = operation({
  method: "GET",
  path: "/api/v1/evaluation-objections",
  summary: "认定成绩异议",
  permission: { roles: ["evaluator", "reviewer", "auditor"] },
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      batchId: Id,
      number: z.string(),
      organisationName: z.string(),
      occupationName: z.string(),
      ticket: z.string(),
      name: z.string(),
      text: z.string(),
      state: State,
      answer: z.string().nullable(),
      raisedAt: Instant,
      publicityEndsOn: CivilDate,
      scores: z.array(z.object({ subject: z.enum(WAY_NAMES), examiner: z.string(), score: z.number().nullable() })),
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<
        Placed<{
          id: string;
          batchId: string;
          number: string;
          organisationName: string;
          occupationName: string;
          ticket: string;
          name: string;
          text: string;
          state: "open" | "upheld" | "refused";
          answer: string | null;
          raised: Date;
          publicityEndsOn: CivilDay;
          scores: { subject: "theory" | "practice" | "review"; examiner: string; score: number | null }[];
        }>
      >`
      select j.id, b.id as "batchId", b.number, o.name as "organisationName", b.occupation_name as "occupationName", k.ticket, p.name, j.text,
        j.state, j.answer, j.raised_at as raised, u.ends_on as "publicityEndsOn",
        coalesce((select json_agg(json_build_object('subject', x.subject, 'examiner', q.name, 'score', x.score) order by x.subject, q.name)
          from evaluation_score x join evaluation_staff s on s.id = x.staff_id join person q on q.id = s.person_id
          where x.candidate_id = k.id and not exists (select from evaluation_score n where n.replaces = x.id)), '[]') as scores, ${page.place}
      from evaluation_objection j join evaluation_batch b on b.id = j.batch_id join organisation o on o.id = b.organisation_id
      join evaluation_candidate k on k.id = j.candidate_id join person p on p.id = k.person_id join evaluation_publicity u on u.batch_id = b.id
      where ${role === "evaluator" ? sql`b.organisation_id = ${organisationId}` : sql`starts_with(b.region, ${region})`}
        and (${query.state ?? null}::text is null or j.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map(({ raised, ...row }) => ({ ...row, raisedAt: raised.toISOString() })), nextCursor };
  },
});

export const exportEvaluationObjections = exportOf(listEvaluationObjections, {
  title: "认定成绩异议",
  columns: [
    { header: "批次编号", width: 16, value: (row) => row.number },
    { header: "评价机构", width: 28, value: (row) => row.organisationName },
    { header: "准考证号", width: 18, value: (row) => row.ticket },
    { header: "姓名", value: (row) => row.name },
    { header: "异议", width: 40, value: (row) => row.text },
    { header: "状态", value: (row) => stateWord("evaluation-objection", row.state).label },
    { header: "答复", width: 40, value: (row) => row.answer },
  ],
});

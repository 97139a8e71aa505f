import { randomInt } from "node:crypto";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, fileOutput, Id } from "../../kernel/shapes.ts";
import { scanReply } from "../../kernel/scans.ts";
import { sql } from "../../kernel/database.ts";
import { batchOwner, paperDrawOwner } from "../owners.ts";
import { holdBatch, rulesOf, WAY_NAMES, WAYS } from "./batch.ts";

/** Draws a sealed paper for a subject by lot among those used least. Drawn once. */
export const drawPaper = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/paper-draws",
  summary: "抽取试卷",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({ subject: z.enum(WAY_NAMES) }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["approved", "published"]);
    if (!batch.ways.includes(body.subject))
      throw conflict("subject-unknown", `本批次没有${WAYS[body.subject]}这一科。`);
    const { rows } = await sql<{ id: string; used: number }>`
      select q.id, (select count(*)::int from evaluation_paper_draw d where d.paper_id = q.id) as used from evaluation_paper q
      where q.organisation_id = ${batch.organisationId} and q.occupation = ${batch.occupation} and q.level = ${batch.level}
        and q.subject = ${body.subject} order by used, q.id`.execute(context.db);
    const pool = rows.filter(({ used }) => used === rows[0]?.used);
    const drawn = pool[pool.length === 0 ? 0 : randomInt(pool.length)];
    if (!drawn)
      throw conflict("no-paper", `试卷库里没有这个职业、等级的${WAYS[body.subject]}试卷，请先把试卷入库再抽取。`);
    const row = await context.db
      .insertInto("evaluation_paper_draw")
      .values({
        batch_id: batch.id,
        subject: body.subject,
        paper_id: drawn.id,
        pool: pool.length,
        drawn_by: context.actor.accountId,
        drawn_at: context.now,
        first_by: null,
        first_at: null,
        second_by: null,
        second_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { draw: row.id, pool: pool.length } });
    return row;
  },
});

/** Opens a drawn paper: a person of the body and a supervisor, each with their own account, shortly before the exam. */
export const openPaper = operation({
  method: "POST",
  path: "/api/v1/evaluation-paper-draws/:id/opening",
  summary: "启封试卷（两人）",
  permission: { roles: ["evaluator", "learner"], over: paperDrawOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ id: Id, open: z.boolean() }),
  async run(context, { params }) {
    const draw = await context.db
      .selectFrom("evaluation_paper_draw as d")
      .leftJoin("account as a", "a.id", "d.first_by")
      .select(["d.batch_id", "d.first_by", "d.second_by", "a.role as first_role"])
      .where("d.id", "=", params.id)
      .forUpdate("d")
      .executeTakeFirstOrThrow();
    const batch = await holdBatch(context, draw.batch_id, ["published", "running"]);
    if (draw.second_by !== null) throw conflict("paper-open", "试卷已由两人启封，不需要再操作。");
    const minutes = (await rulesOf(context.db, batch)).value("open-minutes");
    if (context.now.getTime() < batch.startsAt.getTime() - minutes * 60_000)
      throw (await rulesOf(context.db, batch)).refuse(
        "open-minutes",
        `试卷在开考前 ${minutes} 分钟以内才能启封，现在还早。`,
      );
    const { accountId, role } = context.actor;
    if (draw.first_by === null) {
      await context.db
        .updateTable("evaluation_paper_draw")
        .set({ first_by: accountId, first_at: context.now })
        .where("id", "=", params.id)
        .execute();
    } else {
      if (draw.first_by === accountId || draw.first_role === role)
        throw conflict(
          "rule-opened-by-two",
          "试卷须由两个人启封：一位机构人员，一位督导。您这一方已经启封，请另一方办理。",
          { rule: "opened-by-two" },
        );
      await context.db
        .updateTable("evaluation_paper_draw")
        .set({ second_by: accountId, second_at: context.now })
        .where("id", "=", params.id)
        .execute();
    }
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { draw: params.id } });
    return { id: params.id, open: draw.first_by !== null };
  },
});

/** The paper itself, once two opened it. */
export const readPaper = operation({
  method: "GET",
  path: "/api/v1/evaluation-paper-draws/:id/file",
  summary: "下载启封的试卷",
  permission: { roles: ["evaluator", "learner"], over: paperDrawOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const draw = await context.db
      .selectFrom("evaluation_paper_draw as d")
      .innerJoin("evaluation_paper as q", "q.id", "d.paper_id")
      .select(["d.batch_id", "d.second_at", "q.file_id"])
      .where("d.id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (draw.second_at === null)
      throw conflict("paper-sealed", "试卷还没有由两人启封，不能查看。请在开考前由机构人员和督导各启封一次。");
    return scanReply(context, draw.file_id);
  },
});

import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput, Id, Instant } from "../../kernel/shapes.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";

/** Papers of one filing: nobody reads more. */
const MOST_PAPERS = 20;
const CLASS_PAPER = "class-paper";
/** Papers may name people: not for the enterprise that sends its staff, nor for finance. */
const PAPER_READERS = ["institution", "reviewer", "department", "auditor"] as const;

const PaperOfClass = z.object({ id: Id, fileId: Id });

/** Papers of a class that weren't taken out, first added first. */
export const papersOf = (context: Context, classId: string) =>
  context.db
    .selectFrom("class_paper as p")
    .innerJoin("stored_file as f", "f.id", "p.file_id")
    .select(["f.id", "f.name", "f.media_type as mediaType", "f.bytes", "p.added_at as addedAt"])
    .where("p.class_id", "=", classId)
    .where("p.removed_at", "is", null)
    .orderBy("p.added_at")
    .orderBy("f.name")
    .execute();

/** `GET /api/v1/classes/:id/papers`: papers attached to a filing (plan, undertaking, contract). */
export const listClassPapers = operation({
  method: "GET",
  path: "/api/v1/classes/:id/papers",
  summary: "开班申请的附件",
  permission: { roles: PAPER_READERS, over: classOwner },
  params: ById,
  output: z.strictObject({
    papers: z.array(
      z.strictObject({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.number().int(), addedAt: Instant }),
    ),
  }),
  async run(context, { params }) {
    const papers = await papersOf(context, params.id);
    return {
      papers: papers.map((paper) => ({ ...paper, bytes: Number(paper.bytes), addedAt: paper.addedAt.toISOString() })),
    };
  },
});

/** `POST /api/v1/classes/:id/papers`: adds a paper (PDF, picture or Word) before the class is submitted; it is kept sealed. */
export const addClassPaper = operation({
  method: "POST",
  path: "/api/v1/classes/:id/papers",
  summary: "给开班申请添加附件",
  permission: { roles: ["institution"], over: classOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const { organisation_id: organisationId } = await lockEditable(context, params.id);
    if ((await papersOf(context, params.id)).length >= MOST_PAPERS)
      throw conflict("papers-too-many", `一个班最多 ${MOST_PAPERS} 份附件，请合并后再上传，或先去掉不需要的。`);
    const id = await keepScan(context, { purpose: CLASS_PAPER, organisationId, word: true });
    await context.db
      .insertInto("class_paper")
      .values({ file_id: id, class_id: params.id, added_by: context.actor.accountId, added_at: context.now })
      .execute();
    context.audit({ kind: "class", id: params.id, organisationId, detail: { paperAdded: id } });
    return { id };
  },
});

/** `GET /api/v1/classes/:id/papers/:fileId`: one paper of a class. */
export const showClassPaper = operation({
  method: "GET",
  path: "/api/v1/classes/:id/papers/:fileId",
  summary: "查看开班申请的附件",
  permission: { roles: PAPER_READERS, over: classOwner },
  params: PaperOfClass,
  output: fileOutput,
  async run(context, { params }) {
    const found = (await papersOf(context, params.id)).some(({ id }) => id === params.fileId);
    if (!found) throw notFound("这份附件");
    return scanReply(context, params.fileId);
  },
});

/** `POST /api/v1/classes/:id/papers/:fileId/removal`: takes a paper out before the class is submitted; the file stays stored. */
export const removeClassPaper = operation({
  method: "POST",
  path: "/api/v1/classes/:id/papers/:fileId/removal",
  summary: "去掉开班申请的附件",
  permission: { roles: ["institution"], over: classOwner },
  params: PaperOfClass,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await lockEditable(context, params.id);
    const removed = await context.db
      .updateTable("class_paper")
      .set({ removed_by: context.actor.accountId, removed_at: context.now })
      .where("file_id", "=", params.fileId)
      .where("class_id", "=", params.id)
      .where("removed_at", "is", null)
      .returning("file_id")
      .executeTakeFirst();
    if (!removed) throw notFound("这份附件");
    context.audit({ kind: "class", id: params.id, detail: { paperRemoved: params.fileId } });
    return { id: params.fileId };
  },
});

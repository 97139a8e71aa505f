import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Done, Id, Instant, Line, OccupationCode, pageOf } from "../../kernel/shapes.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { byId, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { WAY_NAMES, WAYS } from "./way-words.ts";

/** Takes a paper into the body's register: sealed at rest, its content shown to nobody until two opened it for a batch. */
export const addPaper = operation({
  method: "POST",
  path: "/api/v1/evaluation-papers",
  summary: "试卷入库",
  permission: { roles: ["evaluator"] },
  query: z.object({
    occupation: OccupationCode,
    level: z.coerce.number().int().min(1).max(5),
    subject: z.enum(WAY_NAMES),
    title: Line(80, 2),
    source: Line(80, 2).describe("题库来源，如国家题库、省题库"),
  }),
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { query }) {
    const { upload, actor } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const fileId = await keepScan(context, { purpose: "evaluation-paper", word: true, personId: null });
    const row = await context.db
      .insertInto("evaluation_paper")
      .values({
        organisation_id: actor.organisationId ?? "",
        occupation: query.occupation,
        level: query.level,
        subject: query.subject,
        title: query.title,
        source: query.source,
        file_id: fileId,
        digest: upload.sha256,
        added_by: actor.accountId,
        added_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "evaluation-paper", id: row.id, organisationId: actor.organisationId });
    return row;
  },
});

const ORDER = sortable({
  columns: {
    addedAt: byTime("q.added_at"),
    occupation: byText("q.occupation"),
    level: byNumber("q.level"),
    used: byNumber("(select count(*) from evaluation_paper_draw d where d.paper_id = q.id)"),
  },
  unique: byId("q.id"),
  usual: "-addedAt",
});

/** Papers in store: what they are for and how often they were drawn, never their content. */
export const listPapers = operation({
  method: "GET",
  path: "/api/v1/evaluation-papers",
  summary: "试卷库",
  permission: { roles: ["evaluator", "reviewer", "auditor"] },
  query: ORDER.query,
  output: pageOf(
    z.object({
      id: Id,
      organisationName: z.string(),
      occupation: z.string(),
      level: z.int(),
      subject: z.enum(WAY_NAMES),
      title: z.string(),
      source: z.string(),
      addedAt: Instant,
      used: z.int().describe("抽用次数"),
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
          organisationName: string;
          occupation: string;
          level: number;
          subject: "theory" | "practice" | "review";
          title: string;
          source: string;
          added: Date;
          used: number;
        }>
      >`
      select q.id, o.name as "organisationName", q.occupation, q.level, q.subject, q.title, q.source, q.added_at as added,
        (select count(*)::int from evaluation_paper_draw d where d.paper_id = q.id) as used, ${page.place}
      from evaluation_paper q join organisation o on o.id = q.organisation_id
      where ${role === "evaluator" ? sql`q.organisation_id = ${organisationId}` : sql`starts_with(o.town, ${region})`} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map(({ added, ...row }) => ({ ...row, addedAt: added.toISOString() })), nextCursor };
  },
});

export const exportPapers = exportOf(listPapers, {
  title: "试卷库",
  columns: [
    { header: "试卷", width: 30, value: (row) => row.title },
    { header: "评价机构", width: 28, value: (row) => row.organisationName },
    { header: "职业", value: (row) => row.occupation },
    { header: "等级", kind: "number", value: (row) => row.level },
    { header: "科目", value: (row) => WAYS[row.subject] },
    { header: "来源", width: 20, value: (row) => row.source },
    { header: "抽用次数", kind: "number", value: (row) => row.used },
  ],
});

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet } from "../adapters/spreadsheet/index.ts";
import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { json, sql } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { notFound, unacceptable } from "../kernel/problem.ts";
import {
  ById,
  decodeCursor,
  Done,
  fileOutput,
  Id,
  Instant,
  PageQuery,
  pageOf,
  Text,
  toPage,
} from "../kernel/shapes.ts";
import { draw, DrawnItem, drawnItems, Frame, FrameFilter, frameIds, FRAMES } from "./sample-frames.ts";

const VERDICTS = { "in-order": "相符", question: "存疑", irregular: "不符" } as const;
const Verdict = z.enum(["in-order", "question", "irregular"]);

const Line = z.object({
  id: Id,
  seed: z.string(),
  frame: Frame,
  frameLabel: z.string(),
  filter: FrameFilter,
  frameSize: z.number().int(),
  size: z.number().int(),
  drawnBy: z.string(),
  drawnAt: Instant,
  findings: z.number().int(),
});

const Finding = z.object({
  id: Id,
  subjectId: Id,
  verdict: Verdict,
  verdictLabel: z.string(),
  note: z.string(),
  foundBy: z.string(),
  foundAt: Instant,
});

type Row = Omit<z.output<typeof Line>, "frameLabel" | "drawnAt"> & { drawnAt: Date; drawn: string[]; region: string };

const READERS = ["auditor", "reviewer", "finance"] as const;
const SELECT = sql`
  select s.id, s.seed, s.frame, s.filter, s.frame_size as "frameSize", s.size, s.drawn, a.name as "drawnBy", s.drawn_at as "drawnAt", a.region,
    (select count(*)::int from audit_finding f where f.sample_id = s.id) as findings
  from audit_sample s join account a on a.id = s.drawn_by`;

const toLine = ({ drawn: _drawn, region: _region, ...row }: Row): z.output<typeof Line> => ({
  ...row,
  frameLabel: FRAMES[row.frame],
  drawnAt: row.drawnAt.toISOString(),
});

/** A sample belongs to the region of who drew it. */
async function sampleOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("audit_sample as s")
    .innerJoin("account as a", "a.id", "s.drawn_by")
    .select("a.region")
    .where("s.id", "=", params.id)
    .executeTakeFirst();
  return row ?? null;
}

async function sampleOf(context: Context, id: string): Promise<Row> {
  const found = await sql<Row>`${SELECT} where s.id = ${id}`.execute(context.db);
  const row = found.rows[0];
  if (!row) throw notFound("抽样");
  return row;
}

/** Draws a random sample with a recorded seed, so that anyone can draw it again. */
export const drawSample = operation({
  method: "POST",
  path: "/api/v1/audit-samples",
  summary: "随机抽样",
  permission: { roles: ["auditor"] },
  body: z.strictObject({
    frame: Frame,
    filter: FrameFilter.default({}),
    size: z.number().int().min(1).max(1_000),
    seed: Text(100).optional().describe("不填则由系统随机产生"),
  }),
  output: z.object({ id: Id, seed: z.string(), frameSize: z.number().int(), drawn: z.array(Id) }),
  async run(context, { body }) {
    const ids = await frameIds(context.db, body.frame, body.filter, context.actor.region);
    if (ids.length === 0) throw unacceptable("empty-frame", "没有符合条件的记录可供抽取，请放宽条件。");
    const seed = body.seed ?? randomBytes(12).toString("hex");
    const drawn = draw(ids, seed, body.size);
    const { id } = await context.db
      .insertInto("audit_sample")
      .values({
        seed,
        frame: body.frame,
        filter: json(body.filter),
        frame_size: ids.length,
        size: drawn.length,
        drawn,
        drawn_by: context.actor.accountId,
        drawn_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "audit-sample", id, detail: { frame: body.frame, seed, size: drawn.length } });
    return { id, seed, frameSize: ids.length, drawn };
  },
});

/** Samples drawn so far, newest first. */
export const listSamples = operation({
  method: "GET",
  path: "/api/v1/audit-samples",
  summary: "抽样记录",
  permission: { roles: READERS },
  query: PageQuery,
  output: pageOf(Line),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      ${SELECT} where starts_with(a.region, ${actor.region})
        ${after ? sql`and (date_trunc('milliseconds', s.drawn_at), s.id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql``}
      order by date_trunc('milliseconds', s.drawn_at) desc, s.id desc limit ${query.limit + 1}`.execute(db);
    return toPage(found.rows.map(toLine), query.limit, (row) => [row.drawnAt, row.id]);
  },
});

/** One sample: what was drawn, and what was found of it. */
export const showSample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id",
  summary: "抽样明细",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: Line.extend({ drawn: z.array(Id), items: z.array(DrawnItem), found: z.array(Finding) }),
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const [items, found] = await Promise.all([
      drawnItems(context.db, row.frame, row.drawn),
      findingsOf(context, params.id),
    ]);
    return { ...toLine(row), drawn: row.drawn, items, found };
  },
});

async function findingsOf(context: Context, sampleId: string): Promise<z.output<typeof Finding>[]> {
  const rows = await context.db
    .selectFrom("audit_finding as f")
    .innerJoin("account as a", "a.id", "f.found_by")
    .select(["f.id", "f.subject_id", "f.verdict", "f.note", "a.name", "f.found_at"])
    .where("f.sample_id", "=", sampleId)
    .orderBy("f.found_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    verdict: row.verdict,
    verdictLabel: VERDICTS[row.verdict],
    note: row.note,
    foundBy: row.name,
    foundAt: row.found_at.toISOString(),
  }));
}

/** Draws again with the recorded seed and compares. The frame may have grown since; then it says so. */
export const verifySample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id/verification",
  summary: "复验抽样",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: z.object({
    same: z.boolean(),
    frameSizeThen: z.number().int(),
    frameSizeNow: z.number().int(),
    missing: z.array(Id),
    unexpected: z.array(Id),
    note: z.string(),
  }),
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const ids = await frameIds(context.db, row.frame, row.filter, row.region);
    const again = new Set(draw(ids, row.seed, row.size));
    const missing = row.drawn.filter((id) => !again.has(id));
    const unexpected = [...again].filter((id) => !row.drawn.includes(id));
    const same = missing.length === 0 && unexpected.length === 0;
    return {
      same,
      frameSizeThen: row.frameSize,
      frameSizeNow: ids.length,
      missing,
      unexpected,
      note: same
        ? "用记录的种子重抽，结果一致。"
        : ids.length === row.frameSize
          ? "总体数量未变而结果不同，抽样记录或总体可能被改动，请查审计日志。"
          : `总体由 ${row.frameSize} 变为 ${ids.length}，新增或移出的记录改变了抽取结果。`,
    };
  },
});

/** Writes down what was found of one drawn thing. A second look is a second finding. */
export const recordFinding = operation({
  method: "POST",
  path: "/api/v1/audit-samples/:id/findings",
  summary: "登记抽查结果",
  permission: { roles: ["auditor"], over: sampleOwner },
  params: ById,
  body: z.strictObject({ subjectId: Id, verdict: Verdict, note: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await sampleOf(context, params.id);
    if (!row.drawn.includes(body.subjectId))
      throw unacceptable("not-drawn", "这条记录不在本次抽样内，请从抽样明细中选择。", [
        { pointer: "/subjectId", detail: "不在本次抽样内" },
      ]);
    const { id } = await context.db
      .insertInto("audit_finding")
      .values({
        sample_id: params.id,
        subject_kind: row.frame,
        subject_id: body.subjectId,
        verdict: body.verdict,
        note: body.note,
        found_by: context.actor.accountId,
        found_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "audit-finding", id, detail: { sampleId: params.id, verdict: body.verdict } });
    return { id };
  },
});

/** The sample with its findings as a workbook. */
export const exportSample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id/export",
  summary: "导出抽样与结果",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const found = Map.groupBy(await findingsOf(context, params.id), (finding) => finding.subjectId);
    const rows = row.drawn.map((id, index) => ({ id, index, findings: found.get(id) ?? [] }));
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `抽样-${FRAMES[row.frame]}-${row.seed.slice(0, 12)}.xlsx`,
      content: writeSheet<(typeof rows)[number]>(
        [
          { header: "抽取序号", kind: "number", value: ({ index }) => index + 1 },
          { header: `${FRAMES[row.frame]}编号`, width: 40, value: ({ id }) => id },
          { header: "结论", value: ({ findings }) => findings.at(-1)?.verdictLabel },
          { header: "说明", width: 60, value: ({ findings }) => findings.map((finding) => finding.note).join("；") },
          { header: "登记人", value: ({ findings }) => findings.at(-1)?.foundBy },
          { header: "种子", width: 28, value: () => row.seed },
        ],
        rows,
        { format: "xlsx", sheetName: "抽样" },
      ),
    });
  },
});

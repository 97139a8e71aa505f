import { classHoursOfMinutes } from "@jinengtong/standards";
import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet } from "../../adapters/spreadsheet/index.ts";
import type { Database } from "../../kernel/database.ts";
import { sql } from "../../kernel/database.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { classOwner } from "../../training/index.ts";

const ProgressRow = z.object({
  enrolmentId: Id,
  seat: z.int(),
  name: z.string(),
  onlineHours: z.number(),
  lessonsCompleted: z.int(),
  lessons: z.int(),
  quizzesPassed: z.int(),
  checksMissed: z.int(),
  lastAt: z.string().nullable(),
});
type ProgressRow = z.output<typeof ProgressRow>;

const Filter = z.object({
  q: SearchText(50).optional().describe("姓名中的字"),
  progress: z.enum(["none", "some", "all"]).optional().describe("还没有开始；学了一部分；课件全部看完"),
});

const staff = { roles: ["institution", "enterprise", "reviewer", "department", "auditor"], over: classOwner } as const;

const ORDER = sortable({
  columns: {
    seat: byNumber("e.seat"),
    name: byName("p.name"),
    onlineHours: byNumber("coalesce(w.ms, 0)::bigint"),
    lessonsCompleted: byNumber("coalesce(w.done, 0)"),
    lastAt: byTime("w.last_at", "first"),
  },
  unique: byId("e.id"),
  usual: "seat",
});

/** Online progress of each learner of a class, by seat. */
export const learningProgress = operation({
  method: "GET",
  path: "/api/v1/classes/:id/learning-progress",
  summary: "班级网上学习进度",
  permission: staff,
  params: ById,
  query: ORDER.query.extend(Filter.shape),
  output: pageOf(ProgressRow),
  run: (context, { params, query }) => readProgress(context.db, params.id, query, query),
});

export const exportLearningProgress = operation({
  method: "GET",
  path: "/api/v1/classes/:id/learning-progress/export",
  summary: "导出班级网上学习进度",
  permission: staff,
  params: ById,
  query: z.object({ ...ORDER.shape, ...Filter.shape }),
  output: fileOutput,
  async run(context, { params, query }) {
    // A class has at most 200 seats.
    const { rows } = await readProgress(context.db, params.id, query, { sort: query.sort, limit: 1_000 });
    const content = writeSheet<ProgressRow>(
      [
        { header: "座号", kind: "number", value: (row) => row.seat },
        { header: "姓名", value: (row) => row.name },
        { header: "网上课时", kind: "number", value: (row) => row.onlineHours },
        { header: "完成课件", kind: "number", value: (row) => row.lessonsCompleted },
        { header: "课件总数", kind: "number", value: (row) => row.lessons },
        { header: "通过练习", kind: "number", value: (row) => row.quizzesPassed },
        { header: "未答学习确认", kind: "number", value: (row) => row.checksMissed },
        { header: "最近学习", width: 22, value: (row) => row.lastAt },
      ],
      rows,
      { format: "xlsx", sheetName: "网上学习进度" },
    );
    return new FileReply({ mediaType: SHEET_MEDIA_TYPES.xlsx, content, fileName: "网上学习进度.xlsx" });
  },
});

async function readProgress(
  db: Database,
  classId: string,
  filter: z.output<typeof Filter>,
  request: Parameters<typeof ORDER.page>[0],
): Promise<{ rows: ProgressRow[]; nextCursor: string | null }> {
  const page = ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    db,
    sql<Placed<Omit<ProgressRow, "onlineHours" | "lastAt"> & { ms: number; lastAt: Date | null }>>`
    select e.id as "enrolmentId", e.seat, p.name, coalesce(w.ms, 0) as ms, coalesce(w.done, 0)::int as "lessonsCompleted",
      m.lessons,
      (select count(distinct a.lesson_id)::int from quiz_attempt a where a.enrolment_id = e.id and a.passed) as "quizzesPassed",
      (select count(*)::int from watch_event v where v.enrolment_id = e.id and v.kind = 'check-missed') as "checksMissed",
      w.last_at as "lastAt", ${page.place}
    from enrolment e join person p on p.id = e.person_id
    cross join (
      select count(*)::int as lessons from class_course k join lesson l on l.course_id = k.course_id
      where k.class_id = ${classId} and l.kind <> 'quiz') m
    left join lateral (
      select sum(c.credited_ms) as ms, count(c.completed_at) as done, max(c.updated_at) as last_at
      from watch_credit c where c.enrolment_id = e.id) w on true
    where e.class_id = ${classId} and e.seat is not null
      and (${filter.q ?? null}::text is null or strpos(p.name, ${filter.q ?? null}) > 0)
      and (${filter.progress ?? null}::text is null or ${filter.progress ?? null} = case
        when w.last_at is null then 'none' when m.lessons > 0 and w.done >= m.lessons then 'all' else 'some' end) and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return {
    rows: rows.map(({ ms, lastAt, ...row }) => ({
      ...row,
      onlineHours: classHoursOfMinutes(ms / 60_000),
      lastAt: lastAt?.toISOString() ?? null,
    })),
    nextCursor,
  };
}

import { classHoursOfMinutes } from "@jinengtong/standards";
import { z } from "zod";
import { prepared, sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, Id } from "../kernel/shapes.ts";
import { LessonView } from "./course-shapes.ts";
import { classViewer } from "./owners.ts";

const Progress = z.object({
  creditedMs: z.int(),
  furthestMs: z.int(),
  completed: z.boolean(),
  attempts: z.int(),
  bestScore: z.int().nullable(),
});

interface Row {
  course_id: string;
  course_title: string;
  id: string;
  ordinal: number;
  kind: "video" | "document" | "quiz";
  title: string;
  duration_ms: number | null;
  media_type: string | null;
  bytes: number | null;
  credited_ms: number | null;
  furthest_ms: number | null;
  completed: boolean;
  attempts: number;
  best_score: number | null;
  passed: boolean | null;
}

/** The lessons of a class; for its learners with how far they are. */
export const classLessons = operation({
  method: "GET",
  path: "/api/v1/classes/:id/lessons",
  summary: "班级的网上课程",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "auditor"],
    over: classViewer,
  },
  params: ById,
  output: z.object({
    enrolmentId: Id.nullable().describe("学员本人的报名；其他人为空"),
    onlineHours: z.number().nullable().describe("已计入的网上课时（45 分钟），学员本人可见"),
    countedLimit: z.number().describe("网上课时最多计入多少课时"),
    courses: z.array(
      z.object({
        id: Id,
        title: z.string(),
        lessons: z.array(LessonView.extend({ progress: Progress.nullable() })),
      }),
    ),
  }),
  async run(context, { params }) {
    const { services, actor } = context;
    const head = await prepared(services, "class-lessons-head", headQuery(params.id, actor.personId));
    const training = head.rows[0];
    if (!training) throw notFound("班级");
    const enrolmentId = training.enrolment_id;
    const found = await prepared(services, "class-lessons", lessonsQuery(params.id, enrolmentId));
    const courses = new Map<string, Row[]>();
    for (const row of found.rows) courses.set(row.course_id, [...(courses.get(row.course_id) ?? []), row]);
    return {
      enrolmentId,
      onlineHours: enrolmentId === null ? null : classHoursOfMinutes(training.ms / 60_000),
      countedLimit: training.online_ratio * training.required_hours,
      courses: [...courses.values()].map((rows) => ({
        id: rows[0]?.course_id ?? "",
        title: rows[0]?.course_title ?? "",
        lessons: rows.map((row) => lessonOf(row, enrolmentId !== null)),
      })),
    };
  },
});

const headQuery = (classId: string, personId: string | null) => sql<{
  enrolment_id: string | null;
  required_hours: number;
  online_ratio: number;
  ms: number;
}>`
  select e.id as enrolment_id, c.required_hours, c.online_ratio,
    (select coalesce(sum(w.credited_ms), 0) from watch_credit w where w.enrolment_id = e.id) as ms
  from training_class c
  left join enrolment e on e.class_id = c.id and e.person_id = ${personId}::uuid and e.state in ('enrolled', 'completed', 'failed')
  where c.id = ${classId}`;

const lessonsQuery = (classId: string, enrolmentId: string | null) => sql<Row>`
  select c.id as course_id, c.title as course_title, l.id, l.ordinal, l.kind, l.title, l.duration_ms, f.media_type, f.bytes,
    w.credited_ms, w.furthest_ms, w.completed_at is not null as completed,
    coalesce(q.attempts, 0)::int as attempts, q.best_score, q.passed
  from class_course k
  join course c on c.id = k.course_id
  join lesson l on l.course_id = c.id
  left join stored_file f on f.id = l.file_id
  left join watch_credit w on w.lesson_id = l.id and w.enrolment_id = ${enrolmentId}::uuid
  left join lateral (
    select count(*) as attempts, max(a.score) as best_score, bool_or(a.passed) as passed from quiz_attempt a
    where a.lesson_id = l.id and a.enrolment_id = ${enrolmentId}::uuid) q on l.kind = 'quiz'
  where k.class_id = ${classId}
  order by c.created_at, c.id, l.ordinal`;

function lessonOf(row: Row, withProgress: boolean) {
  return {
    id: row.id,
    ordinal: row.ordinal,
    kind: row.kind,
    title: row.title,
    durationMs: row.duration_ms,
    mediaType: row.media_type,
    bytes: row.bytes,
    progress: withProgress
      ? {
          creditedMs: row.credited_ms ?? 0,
          furthestMs: row.furthest_ms ?? 0,
          completed: row.kind === "quiz" ? row.passed === true : row.completed,
          attempts: row.attempts,
          bestScore: row.best_score,
        }
      : null,
  };
}

import { classHoursOfMinutes } from "@jinengtong/standards";
import { z } from "zod";
import { prepared, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { LessonView } from "./course-shapes.ts";
import { classViewer } from "../owners.ts";

const Progress = z.object({
  creditedMs: z.int(),
  furthestMs: z.int(),
  completed: z.boolean(),
  attempts: z.int(),
  bestScore: z.int().nullable(),
});

const Course = z.object({
  id: Id,
  title: z.string(),
  lessons: z.array(LessonView.extend({ progress: Progress.nullable() })),
});

interface Facts {
  enrolmentId: string | null;
  requiredHours: number;
  onlineRatio: number;
  ms: number;
  lessons: LessonFacts[];
}

/** A lesson as an array by position: a class has many, and naming each column costs more than the value. */
type LessonFacts = [
  courseId: string,
  courseTitle: string,
  id: string,
  ordinal: number,
  kind: "video" | "document" | "quiz",
  title: string,
  durationMs: number | null,
  mediaType: string | null,
  bytes: number | null,
  creditedMs: number | null,
  furthestMs: number | null,
  completed: boolean,
  attempts: number | null,
  bestScore: number | null,
  passed: boolean | null,
  captions: number | null,
];

/** The lessons of a class, with the progress of the learner who asks. */
export const classLessons = operation({
  method: "GET",
  path: "/api/v1/classes/:id/lessons",
  summary: "班级的网上课程",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "auditor"],
    over: classViewer,
  },
  carriedBy: { "/my/classes/:id/lessons/:lessonId": "" },
  params: ById,
  output: z.object({
    enrolmentId: Id.nullable().describe("学员本人的报名；其他人为空"),
    onlineHours: z.number().nullable().describe("已计入的网上课时（45 分钟），学员本人可见"),
    countedLimit: z.number().describe("网上课时最多计入多少课时"),
    courses: z.array(Course),
  }),
  async run(context, { params }) {
    const { services, actor } = context;
    const { rows } = await prepared(services, "class-lessons", lessonsQuery(params.id, actor.personId));
    const facts = rows[0]?.page;
    if (!facts) throw notFound("班级");
    const { enrolmentId } = facts;
    const courses = new Map<string, z.output<typeof Course>>();
    for (const lesson of facts.lessons) {
      const [id, title] = lesson;
      const course = courses.get(id) ?? { id, title, lessons: [] };
      course.lessons.push(lessonOf(lesson, enrolmentId !== null));
      courses.set(id, course);
    }
    return {
      enrolmentId,
      onlineHours: enrolmentId === null ? null : classHoursOfMinutes(facts.ms / 60_000),
      countedLimit: facts.onlineRatio * facts.requiredHours,
      courses: [...courses.values()],
    };
  },
});

/** The whole page in one statement: each further one would cost as much again. */
const lessonsQuery = (classId: string, personId: string | null) => sql<{ page: Facts }>`
  select json_build_object('enrolmentId', e.id, 'requiredHours', t.required_hours, 'onlineRatio', t.online_ratio,
    'ms', (select coalesce(sum(w.credited_ms), 0) from watch_credit w where w.enrolment_id = e.id),
    'lessons', coalesce((
      select json_agg(json_build_array(c.id, c.title, l.id, l.ordinal, l.kind, l.title, l.duration_ms, f.media_type, f.bytes,
        w.credited_ms, w.furthest_ms, w.completed_at is not null, q.attempts, q.best_score, q.passed, l.caption_version) order by c.created_at, c.id, l.ordinal)
      from class_course k
      join course c on c.id = k.course_id
      join lesson l on l.course_id = c.id
      left join stored_file f on f.id = l.file_id
      left join watch_credit w on w.lesson_id = l.id and w.enrolment_id = e.id
      left join lateral (
        select count(*) as attempts, max(a.score) as best_score, bool_or(a.passed) as passed from quiz_attempt a
        where a.lesson_id = l.id and a.enrolment_id = e.id) q on l.kind = 'quiz'
      where k.class_id = t.id), '[]')) as page
  from training_class t
  left join enrolment e on e.class_id = t.id and e.person_id = ${personId}::uuid and e.state in ('enrolled', 'completed', 'failed')
  where t.id = ${classId}`;

function lessonOf(facts: LessonFacts, withProgress: boolean): z.output<typeof Course>["lessons"][number] {
  const [, , id, ordinal, kind, title, durationMs, mediaType, bytes, creditedMs, furthestMs, completed, ...quiz] =
    facts;
  const [attempts, bestScore, passed, captions] = quiz;
  return {
    id,
    ordinal,
    kind,
    title,
    durationMs,
    mediaType,
    bytes,
    captions,
    progress: withProgress
      ? {
          creditedMs: creditedMs ?? 0,
          furthestMs: furthestMs ?? 0,
          completed: kind === "quiz" ? passed === true : completed,
          attempts: attempts ?? 0,
          bestScore,
        }
      : null,
  };
}

import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../../training/index.ts";

const LessonMap = z.object({
  lessonId: Id,
  title: z.string(),
  durationMs: z.int(),
  credited: z.array(z.tuple([z.int(), z.int()])).describe("已计入的区间，毫秒"),
  checksPassed: z.int(),
  checksMissed: z.int(),
  visits: z.array(
    z.object({
      openedAt: Instant,
      lastAt: Instant,
      device: z.string().nullable(),
      beats: z.int(),
      claimed: z.array(z.tuple([z.int(), z.int()])).describe("播放器声称播放过的区间，毫秒"),
    }),
  ),
});
export type LessonMap = z.output<typeof LessonMap>;

/** Credited intervals of an enrolment in each lesson, beside the intervals its player claimed, visit by visit. */
export async function watchMap(db: Database, enrolmentId: string): Promise<LessonMap[]> {
  const lessons = await db
    .selectFrom("watch_credit as c")
    .innerJoin("lesson as l", "l.id", "c.lesson_id")
    .select(["l.id", "l.title", "l.duration_ms", "c.credited_ms"])
    .where("c.enrolment_id", "=", enrolmentId)
    .orderBy("l.course_id")
    .orderBy("l.ordinal")
    .execute();
  const visits = await sql<{
    lesson_id: string;
    opened_at: Date;
    last_at: Date;
    device: string | null;
    beats: number;
    passed: number;
    missed: number;
    claimed: [number, number][] | null;
  }>`
    select v.lesson_id, w.opened_at, max(v.at) as last_at, w.device,
      count(*) filter (where v.kind = 'beat')::int as beats,
      count(*) filter (where v.kind = 'check-passed')::int as passed,
      count(*) filter (where v.kind = 'check-missed')::int as missed,
      (select json_agg(json_build_array(lower(part), upper(part)) order by part)
       from unnest(range_agg(int4range(v.from_ms, v.to_ms)) filter (where v.kind = 'beat')) as part) as claimed
    from watch_event v join watch_lease w on w.id = v.lease_id
    where v.enrolment_id = ${enrolmentId}
    group by v.lesson_id, w.id order by w.opened_at, w.id`.execute(db);
  return lessons.map((lesson) => {
    const mine = visits.rows.filter((visit) => visit.lesson_id === lesson.id);
    return {
      lessonId: lesson.id,
      title: lesson.title,
      durationMs: lesson.duration_ms ?? 0,
      credited: lesson.credited_ms > 0 ? [[0, lesson.credited_ms]] : [],
      checksPassed: mine.reduce((sum, visit) => sum + visit.passed, 0),
      checksMissed: mine.reduce((sum, visit) => sum + visit.missed, 0),
      visits: mine.map((visit) => ({
        openedAt: visit.opened_at.toISOString(),
        lastAt: visit.last_at.toISOString(),
        device: visit.device,
        beats: visit.beats,
        claimed: visit.claimed ?? [],
      })),
    };
  });
}

export const enrolmentWatchMap = operation({
  method: "GET",
  path: "/api/v1/enrolments/:id/watch-map",
  summary: "学员的观看记录",
  permission: { roles: ["learner", "institution", "reviewer", "department", "auditor"], over: enrolmentOwner },
  params: ById,
  output: z.object({ lessons: z.array(LessonMap) }),
  run: async (context, { params }) => ({ lessons: await watchMap(context.db, params.id) }),
});

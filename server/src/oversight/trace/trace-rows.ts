import { attendanceMarks } from "@jinengtong/standards";
import { z } from "zod";
import { type Database, sql } from "../../kernel/database.ts";
import { decodeCursor, Id, Instant, pageOf, toPage } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../../training/index.ts";
import { TRACERS } from "./trace-owner.ts";

/** One attendance mark; hours are folded from those in force. */
export const TracedMark = z.object({
  id: z.number().int(),
  sessionId: Id,
  startsAt: Instant,
  endsAt: Instant,
  topic: z.string(),
  teacher: z.string(),
  room: z.string(),
  cancelled: z.boolean(),
  mark: z.string(),
  markLabel: z.string(),
  method: z.enum(["code", "roll-call", "correction"]),
  minutes: z.number().int(),
  at: Instant,
  reason: z.string().nullable(),
  device: z.string().nullable(),
  /** Metres from the room, if both positions are known. */
  metresAway: z.number().nullable(),
  inForce: z.boolean(),
  creditedHours: z.number(),
});

/** One event of the watch log, by the server's clock. */
export const TracedWatch = z.object({
  id: z.number().int(),
  leaseId: Id,
  lessonId: Id,
  lesson: z.string(),
  kind: z.string(),
  fromMs: z.number().nullable(),
  toMs: z.number().nullable(),
  visible: z.boolean(),
  at: Instant,
  device: z.string().nullable(),
});

export const MarkPage = pageOf(TracedMark);
export const WatchPage = pageOf(TracedWatch);

type MarkRow = Omit<z.output<typeof TracedMark>, "startsAt" | "endsAt" | "at" | "markLabel"> & {
  startsAt: Date;
  endsAt: Date;
  at: Date;
};

/** A page of an enrolment's attendance marks in order of recording, including superseded ones. */
export async function markRows(
  db: Database,
  enrolmentId: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<z.output<typeof MarkPage>> {
  const after = decodeCursor(query.cursor, 1);
  const found = await sql<MarkRow>`
    select m.id, m.session_id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.topic, t.name as teacher, r.name as room,
      s.cancelled, m.mark, m.method, m.minutes, m.at, m.reason, m.device,
      round(distance_metres(m.latitude, m.longitude, r.latitude, r.longitude))::int as "metresAway",
      coalesce(a.mark_id = m.id, false) as "inForce",
      case when a.mark_id = m.id and not s.cancelled then a.hours else 0 end as "creditedHours"
    from attendance_mark m join class_session s on s.id = m.session_id
    join person t on t.id = s.teacher_person_id join room r on r.id = s.room_id
    left join attendance a on a.session_id = m.session_id and a.enrolment_id = m.enrolment_id
    where m.enrolment_id = ${enrolmentId} and m.id > ${Number(after?.[0] ?? 0)} order by m.id limit ${query.limit + 1}`.execute(
    db,
  );
  const rows = found.rows.map((row) => ({
    ...row,
    markLabel: attendanceMarks.has(row.mark) ? attendanceMarks.label(row.mark) : row.mark,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    at: row.at.toISOString(),
  }));
  return toPage(rows, query.limit, (row) => [row.id]);
}

/** A page of an enrolment's watch log in order of recording. */
export async function watchRows(
  db: Database,
  enrolmentId: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<z.output<typeof WatchPage>> {
  const after = decodeCursor(query.cursor, 1);
  const found = await sql<Omit<z.output<typeof TracedWatch>, "at"> & { at: Date }>`
    select w.id, w.lease_id as "leaseId", w.lesson_id as "lessonId", l.title as lesson, w.kind, w.from_ms as "fromMs", w.to_ms as "toMs",
      w.visible, w.at, x.device
    from watch_event w join lesson l on l.id = w.lesson_id join watch_lease x on x.id = w.lease_id
    where w.enrolment_id = ${enrolmentId} and w.id > ${Number(after?.[0] ?? 0)} order by w.id limit ${query.limit + 1}`.execute(
    db,
  );
  return toPage(
    found.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    query.limit,
    (row) => [row.id],
  );
}

export const permission = { roles: TRACERS, over: enrolmentOwner };

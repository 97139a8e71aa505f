import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable, type FieldError } from "../../kernel/problem.ts";
import { CivilDate, Id, Line } from "../../kernel/shapes.ts";

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间须写成 08:30 的样子");

/** One session of a timetable: day, start and end in local time. */
export const SessionInput = z
  .strictObject({
    date: CivilDate,
    from: ClockTime,
    to: ClockTime,
    hours: z.number().int().min(1).max(12),
    topic: Line(100),
    qualityModule: z.boolean().default(false),
    practice: z.boolean().default(false),
    teacherId: Id,
    roomId: Id,
  })
  .refine((session) => session.to > session.from, { path: ["to"], message: "结束时间须晚于开始时间" })
  .refine((session) => session.to <= session.from || minutesBetween(session.from, session.to) >= session.hours * 45, {
    path: ["hours"],
    message: "时间不够：每课时 45 分钟",
  });
export type SessionInput = z.output<typeof SessionInput>;

export const minutesBetween = (from: string, to: string): number => minuteOf(to) - minuteOf(from);
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
export const instantOf = (date: string, clock: string): Date => new Date(`${date}T${clock}:00+08:00`);

/** Fault of one session of a timetable: its position in the list and a sentence. */
export interface SessionFault {
  index: number;
  code: string;
  sentence: string;
}

interface Clash {
  place: number;
  what: "teacher" | "room";
  class_name: string;
  at: string;
}

/**
 * Faults of these sessions of a class: unknown teachers and rooms, teachers who learn in it, or a teacher or room booked twice, among themselves or with sessions of
 * other classes except `besides`.
 */
export async function sessionFaults(
  context: Context,
  target: { id: string; organisation_id: string },
  sessions: readonly SessionInput[],
  besides: { classId?: string; sessionIds?: readonly string[] } = {},
): Promise<SessionFault[]> {
  const { teachers, rooms } = await namesOf(context, target.organisation_id, sessions);
  const faults = sessions.flatMap((session, index): SessionFault[] => [
    ...(teachers.has(session.teacherId)
      ? []
      : [{ index, code: "unknown-teacher", sentence: "没有这位在册教师，请先在师资中登记" }]),
    ...(rooms.has(session.roomId) ? [] : [{ index, code: "unknown-room", sentence: "没有这间教室，请先在场地中登记" }]),
  ]);
  faults.push(...amongThemselves(sessions, teachers));
  const learners = await learnersAmong(context, target.id, [...teachers.values()]);
  for (const [index, { teacherId }] of sessions.entries())
    if (learners.has(teachers.get(teacherId) ?? ""))
      faults.push({ index, code: "teacher-is-learner", sentence: "该教师是本班学员，不能教自己所在的班，请更换教师" });
  const taken = await sql<Clash>`
    select r.place::int as place, w.what,
           c.name as class_name, to_char(s.starts_at, 'YYYY-MM-DD HH24:MI') as at
    from unnest(${sessions.map((s) => instantOf(s.date, s.from))}::timestamptz[], ${sessions.map((s) => instantOf(s.date, s.to))}::timestamptz[],
                ${sessions.map((s) => teachers.get(s.teacherId) ?? null)}::uuid[], ${sessions.map((s) => s.roomId)}::uuid[])
         with ordinality as r (starts_at, ends_at, person, room, place)
    join class_session s on not s.cancelled and s.starts_at < r.ends_at and s.ends_at > r.starts_at
                        and s.starts_at > r.starts_at - interval '1 day' -- a session ends on the day it begins
    join lateral (values ('teacher', s.teacher_person_id = r.person), ('room', s.room_id = r.room)) as w (what, hit) on w.hit
    join training_class c on c.id = s.class_id
    where s.class_id is distinct from ${besides.classId ?? null} and s.id <> all (${besides.sessionIds ?? []}::uuid[])`.execute(
    context.db,
  );
  for (const clash of taken.rows) {
    const who = clash.what === "teacher" ? "教师" : "教室";
    faults.push({
      index: clash.place - 1,
      code: `${clash.what}-in-two-places`,
      sentence: `该${who}此时已排在“${clash.class_name}”（${clash.at} 开始）`,
    });
  }
  return faults;
}

function amongThemselves(sessions: readonly SessionInput[], teachers: Map<string, string>): SessionFault[] {
  const faults: SessionFault[] = [];
  const order = sessions.map((_session, index) => index).toSorted((a, b) => startOf(a) - startOf(b));
  function startOf(index: number): number {
    const session = sessions[index];
    return session ? instantOf(session.date, session.from).getTime() : 0;
  }
  for (const [position, index] of order.entries()) {
    const session = sessions[index];
    for (const laterIndex of order.slice(position + 1)) {
      const later = sessions[laterIndex];
      if (!session || !later || later.date !== session.date || later.from >= session.to) break;
      const person = teachers.get(session.teacherId);
      if (person !== undefined && teachers.get(later.teacherId) === person)
        faults.push({
          index: laterIndex,
          code: "teacher-in-two-places",
          sentence: `与第 ${index + 1} 节课的教师时间冲突`,
        });
      if (later.roomId === session.roomId)
        faults.push({
          index: laterIndex,
          code: "room-in-two-places",
          sentence: `与第 ${index + 1} 节课的教室时间冲突`,
        });
    }
  }
  return faults;
}

/** Active teachers (with the person, who may teach for several institutions) and open rooms. */
async function namesOf(context: Context, organisationId: string, sessions: readonly SessionInput[]) {
  const teachers = await context.db
    .selectFrom("teacher")
    .select(["id", "person_id"])
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "active")
    .where("id", "=", sql<string>`any(${sessions.map((s) => s.teacherId)}::uuid[])`)
    .execute();
  const rooms = await context.db
    .selectFrom("room")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "active")
    .where("id", "=", sql<string>`any(${sessions.map((s) => s.roomId)}::uuid[])`)
    .execute();
  return {
    teachers: new Map(teachers.map((row) => [row.id, row.person_id])),
    rooms: new Set(rooms.map((row) => row.id)),
  };
}

async function learnersAmong(context: Context, classId: string, personIds: string[]): Promise<Set<string>> {
  const found = await context.db
    .selectFrom("enrolment")
    .select("person_id")
    .where("class_id", "=", classId)
    .where("state", "not in", ["rejected", "withdrawn"])
    .where("person_id", "=", sql<string>`any(${personIds}::uuid[])`)
    .execute();
  return new Set(found.map((row) => row.person_id));
}

/** Adds the sessions to the class, or refuses with a pointer to every fault. Returns their ids. */
export async function addSessions(
  context: Context,
  target: { id: string; organisation_id: string },
  sessions: readonly SessionInput[],
  besides: { classId?: string; sessionIds?: readonly string[] } = {},
): Promise<string[]> {
  const faults = await sessionFaults(context, target, sessions, besides);
  if (faults.length > 0) throw refusal(faults, sessions.length);
  const rows = await sql<{ id: string }>`
    insert into class_session
      (class_id, starts_at, ends_at, hours, topic, quality_module, practice, teacher_id, teacher_person_id, room_id)
    select ${target.id}, r.starts_at, r.ends_at, r.hours, r.topic, r.quality, r.practice, r.teacher, t.person_id, r.room
    from unnest(${sessions.map((s) => instantOf(s.date, s.from))}::timestamptz[], ${sessions.map((s) => instantOf(s.date, s.to))}::timestamptz[],
                ${sessions.map((s) => s.hours)}::int[], ${sessions.map((s) => s.topic)}::text[],
                ${sessions.map((s) => s.qualityModule)}::boolean[], ${sessions.map((s) => s.practice)}::boolean[],
                ${sessions.map((s) => s.teacherId)}::uuid[], ${sessions.map((s) => s.roomId)}::uuid[])
         as r (starts_at, ends_at, hours, topic, quality, practice, teacher, room)
    join teacher t on t.id = r.teacher
    returning id`.execute(context.db);
  return rows.rows.map((row) => row.id);
}

function refusal(faults: readonly SessionFault[], count: number) {
  const errors: FieldError[] = faults.map((fault) => ({
    pointer: count === 1 ? "/" : `/${fault.index}`,
    detail: fault.sentence,
  }));
  const detail = `课表有 ${faults.length} 处冲突：${faults[0]?.sentence}。`;
  return faults.every((fault) => fault.code.startsWith("unknown"))
    ? unacceptable("timetable-faults", detail, errors)
    : conflict("timetable-clash", detail, { errors });
}

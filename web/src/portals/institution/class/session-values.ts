import type { Api } from "../../../api/api.ts";
import type { Input, Output } from "../../../api/client.ts";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { minuteOf, type WeekEntry } from "../week-layout.ts";

export type SessionLine = Output<Api["timetable"]["list"]>["sessions"][number];
export type SessionBody = Input<Api["timetable"]["add"]>["body"];

/** A session as its form holds it. */
export interface SessionValues {
  date: string;
  from: string;
  to: string;
  hours: string;
  topic: string;
  teacherId: string;
  roomId: string;
  qualityModule: boolean;
  practice: boolean;
}

export const emptySession = (date: string): SessionValues => ({
  date,
  from: "08:30",
  to: "11:30",
  hours: "4",
  topic: "",
  teacherId: "",
  roomId: "",
  qualityModule: false,
  practice: false,
});

export const valuesOf = (session: SessionLine): SessionValues => ({
  date: dateOf(session.startsAt),
  from: timeOf(session.startsAt),
  to: timeOf(session.endsAt),
  hours: String(session.hours),
  topic: session.topic,
  teacherId: session.teacherId,
  roomId: session.roomId,
  qualityModule: session.qualityModule,
  practice: session.practice,
});

export const bodyOf = (values: SessionValues): SessionBody => ({ ...values, hours: Number(values.hours) });

/** A session as the week shows it. */
export const entryOf = (session: SessionLine): WeekEntry => ({
  id: session.id,
  date: dateOf(session.startsAt),
  from: timeOf(session.startsAt),
  to: timeOf(session.endsAt),
  title: session.topic,
  lines: [`${session.teacherName} · ${session.roomName}`],
  off: session.cancelled,
  tone: session.practice ? "strong" : "plain",
});

/** Class hours of 45 minutes between two clock times. */
export function hoursBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((minuteOf(to) - minuteOf(from)) / 45));
}

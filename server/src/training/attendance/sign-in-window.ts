/** Opening time before the start, lateness limit, and time after the end in which a roll may be called without a reason. */
export const WINDOW = { opensBeforeMs: 30 * 60_000, lateAfterMs: 15 * 60_000, rollCallAfterMs: 30 * 60_000 } as const;

export interface Meeting {
  startsAt: Date;
  endsAt: Date;
}

export type SignInVerdict =
  | { ok: true; mark: "present" | "late"; minutes: number }
  | { ok: false; code: "sign-in-early" | "sign-in-over"; sentence: string };

/** Mark for signing in at this moment: present until a quarter past, then late with the remaining minutes, then too late. */
export function judgeSignIn(meeting: Meeting, now: Date): SignInVerdict {
  const start = meeting.startsAt.getTime();
  const end = meeting.endsAt.getTime();
  const at = now.getTime();
  if (at < start - WINDOW.opensBeforeMs)
    return { ok: false, code: "sign-in-early", sentence: "还没有到签到时间，上课前 30 分钟开始签到。" };
  if (at >= end)
    return { ok: false, code: "sign-in-over", sentence: "本节课已结束，不能再签到。如有差错，请联系老师更正。" };
  if (at <= start + WINDOW.lateAfterMs) return { ok: true, mark: "present", minutes: (end - start) / 60_000 };
  return { ok: true, mark: "late", minutes: Math.floor((end - at) / 60_000) };
}

/** Whether the teacher may call the roll now without a reason. */
export const mayCallRoll = (meeting: Meeting, now: Date): boolean =>
  now.getTime() >= meeting.startsAt.getTime() - WINDOW.opensBeforeMs &&
  now.getTime() <= meeting.endsAt.getTime() + WINDOW.rollCallAfterMs;

/** Counted minutes of a mark: the whole session, the stated minutes for late and early, otherwise none. */
export function minutesOf(meeting: Meeting, mark: string, given: number | undefined): number {
  const whole = Math.floor((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000);
  if (mark === "present") return whole;
  return mark === "late" || mark === "left-early" ? Math.min(given ?? 0, whole) : 0;
}

import { county } from "@jinengtong/county";
import { addDays, type CivilDate } from "@jinengtong/standards";
import type { Context } from "./context.ts";
import { sql } from "./database.ts";

/** Days before a day on which people are reminded of it, where the county's file sets no others. 0: no reminder. */
const USUAL = {
  /** Before a day of class. */
  class: 1,
  exam: 3,
  /** After a claim was prepared and nobody confirmed it. */
  unconfirmed: 7,
  /** Before the last day on which it can be claimed. */
  claimLimit: 30,
  /** Before a certificate expires. */
  certificate: 60,
  /** Before demanded money must be back. */
  repayment: 7,
} as const;

export type ReminderKind = keyof typeof USUAL;

/** Days of a reminder in this county. */
export const reminderDays = (kind: ReminderKind): number => county().reminders?.[kind] ?? USUAL[kind];

/** Days that are reminded of today: from tomorrow to the reminder's distance; null where the county wants none. */
export function reminderSpan(context: Context, kind: ReminderKind): { from: CivilDate; to: CivilDate } | null {
  const days = reminderDays(kind);
  return days === 0 ? null : { from: addDays(context.today, 1), to: addDays(context.today, days) };
}

interface Reminded {
  /** Id of the thing, and of the person or organisation. */
  subject: string;
  recipient: string;
  dueOn: string;
}

const key = (subject: string, recipient: string, on: string): string => `${subject} ${recipient} ${on}`;

/** Of these reminders those that nobody was sent yet, and from now on was: a job that runs again, or twice at once, sends none twice. */
export async function onceEach<T extends Reminded>(
  context: Context,
  kind: ReminderKind,
  rows: readonly T[],
): Promise<T[]> {
  const made = await sql<{ subject: string; recipient: string; due_on: string }>`
    insert into reminder (kind, subject, recipient, due_on, at)
    select ${kind}, g.*, ${context.now}::timestamptz from unnest(${rows.map((row) => row.subject)}::uuid[],
      ${rows.map((row) => row.recipient)}::uuid[], ${rows.map((row) => row.dueOn)}::date[]) as g
    on conflict do nothing returning subject, recipient, due_on`.execute(context.db);
  const due = new Set(made.rows.map((row) => key(row.subject, row.recipient, row.due_on)));
  return rows.filter((row) => due.delete(key(row.subject, row.recipient, row.dueOn)));
}

/** Days from a due day on which those who owe something are reminded: before it, on it, and after it passed. */
const STEPS = [-7, -3, -1, 0, 1, 5] as const;
/** A reminder that a stopped platform missed is made up for so many days. */
const MADE_UP = 2;

/** The step that is due today, the latest that was reached; null between them, and long after the day. */
export function dueStep(today: CivilDate, dueOn: CivilDate): number | null {
  const step = STEPS.findLast((days) => addDays(dueOn, days) <= today);
  return step === undefined || addDays(dueOn, step + MADE_UP) < today ? null : step;
}

/** Of those who owe a thing named by a text those who were not reminded at this step, and from now on were. */
export async function onceEachStep<T extends { recipient: string }>(
  context: Context,
  thing: string,
  step: number,
  dueOn: CivilDate,
  rows: readonly T[],
): Promise<T[]> {
  const made = await sql<{ recipient: string }>`
    insert into reminder (kind, subject, recipient, due_on, at)
    select ${`due:${step}`}, md5(${thing})::uuid, g, ${dueOn}::date, ${context.now}::timestamptz
    from unnest(${rows.map((row) => row.recipient)}::uuid[]) as g on conflict do nothing returning recipient`.execute(
    context.db,
  );
  const due = new Set(made.rows.map(({ recipient }) => recipient));
  return rows.filter(({ recipient }) => due.has(recipient));
}

import { createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";
import type { Context } from "./context.ts";
import { sql, type Database } from "./database.ts";

/** Office days before (−) and after a due day on which whoever owes it is reminded. */
export const REMINDED_AT = [-7, -3, -1, 0, 1, 5] as const;

/** A year whose holidays aren't announced is counted by weekdays: good enough for a reminder. */
const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** The day that lies so many office days from another; before it for negative `days`. */
export const officeDay = (from: CivilDate, days: number): CivilDate => calendar.addWorkingDays(from, days);

/** Office days from a due day to today: negative before it. */
export const officeDaysPast = (due: CivilDate, today: CivilDate): number =>
  today < due ? -calendar.workingDaysBetween(today, due) : calendar.workingDaysBetween(due, today);

export interface DueNode {
  node: string;
  /** In words: 报名, 成绩登记. */
  title: string;
  on: CivilDate;
}

export interface DueDay extends DueNode {
  metOn: CivilDate | null;
  skippedBecause: string | null;
}

interface Subject {
  kind: string;
  subject: string;
  region: string;
  organisationId: string | null;
}

/** Sets the days by which something is due. A day that was met or skipped already stays as it is. */
export async function setDueDays(context: Context, of: Subject, nodes: readonly DueNode[]): Promise<void> {
  await sql`
    insert into due_day (kind, subject, node, title, region, organisation_id, due_on)
    select ${of.kind}, ${of.subject}::uuid, n.node, n.title, ${of.region}, ${of.organisationId}::uuid, n.due_on
    from unnest(${nodes.map(({ node }) => node)}::text[], ${nodes.map(({ title }) => title)}::text[],
      ${nodes.map(({ on }) => on)}::date[]) as n(node, title, due_on)
    on conflict (kind, subject, node) do update set due_on = excluded.due_on, title = excluded.title
    where due_day.met_on is null and due_day.skipped_because is null`.execute(context.db);
}

/** Due days of one thing, earliest first. */
export async function dueDaysOf(db: Database, kind: string, subject: string): Promise<DueDay[]> {
  const { rows } = await sql<DueDay>`
    select node, title, due_on as "on", met_on as "metOn", skipped_because as "skippedBecause"
    from due_day where kind = ${kind} and subject = ${subject} order by due_on, node`.execute(db);
  return rows;
}

/** Marks what was due as done today; says whether that was too late. Nothing happens to one that was met or skipped already. */
export async function meetDueDay(
  context: Context,
  kind: string,
  subject: string,
  node: string,
): Promise<{ late: boolean }> {
  const { rows } = await sql<{ late: boolean }>`
    update due_day set met_on = ${context.today}::date
    where kind = ${kind} and subject = ${subject} and node = ${node} and met_on is null and skipped_because is null
    returning due_on < met_on as late`.execute(context.db);
  return { late: rows[0]?.late ?? false };
}

/** Lets go of a due day, with the reason. */
export async function skipDueDay(
  context: Context,
  kind: string,
  subject: string,
  node: string,
  because: string,
): Promise<void> {
  await sql`update due_day set skipped_because = ${because}
    where kind = ${kind} and subject = ${subject} and node = ${node} and met_on is null`.execute(context.db);
}

/** Ends all open due days of a thing that goes no further. */
export async function endDueDays(context: Context, kind: string, subject: string, because: string): Promise<void> {
  await sql`update due_day set skipped_because = ${because}
    where kind = ${kind} and subject = ${subject} and met_on is null and skipped_because is null`.execute(context.db);
}

export interface DueReminder {
  subject: string;
  node: string;
  title: string;
  region: string;
  organisationId: string | null;
  on: CivilDate;
  /** Office days past the due day: negative before it. */
  past: number;
}

/** A due day in words, by how far it is. */
export const dueWords = ({ title, on, past }: Pick<DueReminder, "title" | "on" | "past">): string =>
  past < 0
    ? `“${title}”须在 ${on} 前完成，还有 ${-past} 个工作日`
    : past === 0
      ? `“${title}”今天（${on}）到期`
      : `“${title}”应在 ${on} 前完成，已超期 ${past} 个工作日`;

/**
 * Open due days of a kind that reached another of the days of `REMINDED_AT` since the last call, each once: a job that runs again, or twice
 * at once, reminds nobody twice, and one that missed a day catches up.
 */
export async function dueReminders(context: Context, kind: string): Promise<DueReminder[]> {
  const { rows } = await sql<Omit<DueReminder, "past">>`
    select subject, node, title, region, organisation_id as "organisationId", due_on as "on" from due_day
    where kind = ${kind} and met_on is null and skipped_because is null
      and due_on between ${context.today}::date - 20 and ${context.today}::date + 20 order by due_on, subject, node`.execute(
    context.db,
  );
  const due = rows.map((row) => ({ ...row, past: officeDaysPast(row.on, context.today) }));
  const found: DueReminder[] = [];
  for (const each of due) {
    const step = REMINDED_AT.findLast((at) => at <= each.past);
    if (step === undefined) continue;
    const sent = await sql`insert into reminder (kind, subject, recipient, due_on, at)
      values (${`${kind}:${each.node}:${step}`}, ${each.subject}, ${each.subject}, ${each.on}, ${context.now}::timestamptz)
      on conflict do nothing returning 1`.execute(context.db);
    if (sent.rows.length > 0) found.push(each);
  }
  return found;
}

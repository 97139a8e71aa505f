import { regionName } from "@jinengtong/county";
import { addDays, type CivilDate, daysBetween, weekday } from "@jinengtong/standards";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { notifyAll } from "../../people/index.ts";
import { postingRule } from "./posting-rules.ts";
import { COLOUR_LABELS, dueSentence, REASON_LABELS, type Standing, standings } from "./posting-standing.ts";

/** Most names in one message; the register shows all. */
const MOST_NAMES = 60;

/**
 * Each day: holders whose licence reaches a day of warning, and their employers in one digest that names everybody who needs something done.
 * On the first day of a week also employers with anybody not green, and the offices, by town.
 */
export async function warnOfPostings(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const day = context.today;
    const found = await standings(
      day,
      sql`t.item is not null and g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date)`,
    ).execute(context.db);
    const due = found.rows.filter(({ colour }) => colour !== "green" && colour !== "grey");
    const rule = await postingRule(context.db, day);
    const warned = await warnHolders(context, due, rule.warn_days, rule.review_hours);
    const monday = weekday(day) === 1;
    for (const [organisationId, rows] of [...Map.groupBy(due, (row) => row.organisation_id)].toSorted()) {
      const weekly = monday && (await firstThisWeek(context, `organisation ${organisationId}`, day));
      if (weekly || rows.some((row) => warned.has(row.id)))
        await notifyOrganisation(context, organisationId, { template: "posting-digest", text: digest(rows) });
    }
    if (monday) await tellOffices(context, due);
  });
}

/** Those for whom a day of warning came since the last run, each told once. */
async function warnHolders(
  context: Context,
  due: readonly Standing[],
  warnDays: readonly number[],
  reviewHours: number,
): Promise<Set<string>> {
  const steps = due.flatMap((row) => {
    if (row.through === null) return [];
    const left = Math.max(daysBetween(context.today, row.through), 0);
    const days = Math.min(...warnDays.filter((each) => each >= left));
    return Number.isFinite(days) ? [{ row, days, dueOn: row.through }] : [];
  });
  const made = await sql<{ posting_id: string }>`
    insert into posting_warning (posting_id, due_on, days, at)
    select g.*, ${context.now}::timestamptz from unnest(${steps.map(({ row }) => row.id)}::uuid[], ${steps.map(({ dueOn }) => dueOn)}::date[],
      ${steps.map(({ days }) => days)}::int[]) as g on conflict do nothing returning posting_id`.execute(context.db);
  const warned = new Set(made.rows.map((row) => row.posting_id));
  await notifyAll(
    context,
    steps
      .filter(({ row }) => warned.has(row.id))
      .map(({ row }) => ({
        personId: row.person_id,
        template: "posting-due",
        text: `您的${row.item_name ?? "上岗证件"}：${dueSentence(row, context.today)}复审或换证在期满前 60 日内申请，带体检证明、从业记录和培训考试记录；复审前培训不少于 ${reviewHours} 课时。`,
      })),
  );
  return warned;
}

const nameOf = (row: Standing): string =>
  row.colour === "red"
    ? `${row.person_name}（${row.post_name}，${REASON_LABELS[row.reason ?? "none"]}）`
    : `${row.person_name}（${row.post_name}，${row.through ?? ""}）`;

/** Names of an employer's people who need something done: never a number of theirs. */
export function digest(rows: readonly Standing[]): string {
  const ordered = rows.toSorted((a, b) => a.colour_rank - b.colour_rank || (a.person_name < b.person_name ? -1 : 1));
  const red = rows.filter((row) => row.colour === "red").length;
  const names = ordered.slice(0, MOST_NAMES).map(nameOf).join("、");
  return `特种作业持证情况：${red} 人不得上岗，${rows.length - red} 人快到期。${names}${rows.length > MOST_NAMES ? `等 ${rows.length} 人` : ""}。${red > 0 ? `${COLOUR_LABELS.red}的请立即安排离岗。` : ""}`;
}

/** Whether nobody sent this week's message to this recipient yet. */
async function firstThisWeek(context: Context, recipient: string, day: CivilDate): Promise<boolean> {
  const week = addDays(day, -((weekday(day) + 6) % 7));
  const made = await context.db
    .insertInto("posting_digest")
    .values({ recipient, week, at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("recipient")
    .execute();
  return made.length > 0;
}

/** The weekly list to the offices: people without a licence that holds, by town. */
async function tellOffices(context: Context, due: readonly Standing[]): Promise<void> {
  const red = due.filter((row) => row.colour === "red");
  for (const [town, rows] of [...Map.groupBy(red, (row) => row.town)].toSorted())
    if (await firstThisWeek(context, `town ${town}`, context.today))
      for (const role of ["reviewer", "department"] as const)
        await notifyOffice(context, role, town, {
          template: "postings-of-week",
          text: `本周有 {n} 人无有效证件仍在岗，最近列入的是${regionName(town)}的 ${rows.length} 人。`,
          count: rows.length,
        });
}

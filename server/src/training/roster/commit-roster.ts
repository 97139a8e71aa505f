import { inTransaction, type Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { findOrCreatePeople } from "../../people/index.ts";
import { judge, readRosterOf } from "./preview-roster.ts";
import type { RosterRow, RowFinding } from "./roster-sheet.ts";
import { rosterTask, saveTask, type RosterTask } from "./roster-task.ts";

const CHUNK = 2_000;
const LETTERS = 500;

/** Enrols the accepted rows of the preview in the caller's transaction: for small files. */
export async function commitAtOnce(context: Context, task: RosterTask): Promise<void> {
  const rows = await acceptedRows(context, task);
  await commitChunk(context, task, rows.slice(task.done), rows.length);
}

/**
 * Like `commitAtOnce`, for large files: one transaction per chunk. Each stores the number of rows done, so that the page shows
 * progress and another process can resume after a crash.
 */
export async function commitInChunks(services: Services, taskId: string): Promise<void> {
  const start = await inTransaction(services, async (context) => {
    const task = await rosterTask(context, taskId);
    return { task, rows: await acceptedRows(context, task) };
  });
  for (let at = start.task.done; at < start.rows.length; at += CHUNK) {
    await inTransaction(services, async (context) => {
      await sql`select set_config('app.account', ${start.task.started_by}, true)`.execute(context.db);
      const task = await rosterTask(context, taskId, true);
      // Another process may have committed this chunk while we waited for the lock.
      if (task.state === "done" || task.done !== at) return;
      await commitChunk(context, task, start.rows.slice(at, at + CHUNK), start.rows.length);
    });
  }
}

async function acceptedRows(context: Context, task: RosterTask): Promise<RosterRow[]> {
  const accepted = new Set(task.result?.accepted ?? []);
  const { rows } = await readRosterOf(context, task);
  return rows.filter((row) => accepted.has(row.rowNumber));
}

async function commitChunk(
  context: Context,
  task: RosterTask,
  rows: readonly RosterRow[],
  total: number,
): Promise<void> {
  const { good, errors, known } = await judge(context, task, rows, true);
  const people = await findOrCreatePeople(
    context,
    good.map(({ row, target }) => ({
      name: row.name,
      citizenId: row.citizenId,
      phone: row.phone,
      town: row.town ?? target.town,
    })),
  );
  const seated: { classId: string; personId: string; groupCode: string | null }[] = [];
  const refused: RowFinding[] = [];
  for (const [index, { row, target }] of good.entries()) {
    const person = people[index];
    if (person?.ok) seated.push({ classId: target.id, personId: person.id, groupCode: row.groupCode });
    else
      refused.push({
        rowNumber: row.rowNumber,
        column: "姓名",
        value: "",
        code: person?.code ?? "person",
        sentence: person?.message ?? "实名信息核对不通过",
      });
  }
  await seat(context, seated, task.started_by);
  // Thousands of messages take longer than thousands of seats, so they are written in the background.
  for (let start = 0; start < seated.length; start += LETTERS)
    await context.emit("learners-placed", { placed: seated.slice(start, start + LETTERS) });
  const done = task.done + rows.length;
  // Enrolled by somebody else since the preview.
  const late = known.map((rowNumber) => ({
    rowNumber,
    column: "身份证号",
    value: "",
    code: "already-enrolled",
    sentence: "该学员已在本班花名册上，无需再次导入",
  }));
  const lost = [...errors, ...late, ...refused];
  const result = task.result;
  await saveTask(context, task.id, {
    state: done >= total ? "done" : "running",
    total,
    done,
    failed: task.failed + lost.length,
    ...(result && lost.length > 0 ? { result: { ...result, errors: [...result.errors, ...lost] } } : {}),
  });
}

/** Assigns each row the next free seat. The classes are locked, so the seats stay free. */
async function seat(
  context: Context,
  seated: readonly { classId: string; personId: string; groupCode: string | null }[],
  by: string,
): Promise<void> {
  if (seated.length === 0) return;
  await sql`
    with wanted as (
      select w.*, row_number() over (partition by w.class_id order by w.place) as rank
      from unnest(${seated.map((each) => each.classId)}::uuid[], ${seated.map((each) => each.personId)}::uuid[],
                  ${seated.map((each) => each.groupCode)}::text[]) with ordinality as w (class_id, person_id, group_code, place)
    ), free as (
      select c.id as class_id, g.seat, row_number() over (partition by c.id order by g.seat) as rank
      from training_class c cross join lateral generate_series(1, c.capacity) g (seat)
      where c.id in (select class_id from wanted)
        and not exists (select from enrolment e where e.class_id = c.id and e.seat = g.seat)
    )
    insert into enrolment (class_id, person_id, seat, state, group_code, town, enrolled_by, created_at)
    select w.class_id, w.person_id, f.seat, 'enrolled', w.group_code, p.town, ${by}, ${context.now}
    from wanted w join free f on f.class_id = w.class_id and f.rank = w.rank join person p on p.id = w.person_id
    order by w.place`.execute(context.db);
}

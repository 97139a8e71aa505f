import { json, prepared, sql, type Database } from "../kernel/database.ts";
import type { Services } from "../kernel/services.ts";
import type { CheckQuestion } from "./check-questions.ts";
import {
  applyWatchEvent,
  creditedMs,
  isWatched,
  type WatchEvent,
  type WatchRules,
  type WatchState,
} from "./watched-time.ts";

/** Media time credited per second of the server's clock. Faster playback earns no more. */
const ALLOWED_RATE = 1;

export const rulesFor = (durationMs: number): WatchRules => ({ durationMs, rate: ALLOWED_RATE });

/** A lease with its watched time and open check, as read by one statement. */
export interface Watch {
  leaseId: string;
  personId: string;
  enrolmentId: string;
  lessonId: string;
  endedAt: Date | null;
  endedBecause: string | null;
  /** The class is running and the learner enrolled, so time counts. */
  inClass: boolean;
  durationMs: number;
  state: WatchState;
  version: number;
  checkId: string | null;
  dueMs: number | null;
  shownAt: Date | null;
  question: CheckQuestion | null;
}

/** One event to write, with evidence that only supervision needs. */
export interface NewWatchEvent extends WatchEvent {
  playbackRate?: number;
  checkId?: string;
}

/** Reads a lease; null if there is none. `lock` locks its watched time until the transaction ends. */
export async function readWatch(db: Database, leaseId: string, lock = false): Promise<Watch | null> {
  const found = await watchQuery(leaseId, lock).execute(db);
  return found.rows[0] ?? null;
}

/** Like `readWatch`, for the beats operation: prepared, outside any transaction. */
export async function readWatchFast(services: Services, leaseId: string): Promise<Watch | null> {
  return (await prepared(services, "watch-read", watchQuery(leaseId, false))).rows[0] ?? null;
}

const watchQuery = (leaseId: string, lock: boolean) => sql<Watch>`
    select w.id as "leaseId", w.person_id as "personId", w.enrolment_id as "enrolmentId", w.lesson_id as "lessonId",
      w.ended_at as "endedAt", w.ended_because as "endedBecause", e.state = 'enrolled' and t.state = 'running' as "inClass", l.duration_ms as "durationMs", c.state, c.version,
      k.id as "checkId", k.due_ms as "dueMs", k.shown_at as "shownAt", k.question
    from watch_lease w
    join lesson l on l.id = w.lesson_id
    join enrolment e on e.id = w.enrolment_id
    join training_class t on t.id = e.class_id
    join watch_credit c on c.enrolment_id = w.enrolment_id and c.lesson_id = w.lesson_id
    left join lateral (
      select * from check_moment m where m.lease_id = w.id and m.passed is null order by m.due_ms limit 1) k on true
    where w.id = ${leaseId} ${lock ? sql`for update of c` : sql``}`;

/**
 * Appends events and updates watched time in one statement: both, or neither if somebody wrote since `watch` was read or the lease
 * ended. Returns the new state, or null for neither.
 */
export async function writeWatch(
  db: Database,
  watch: Watch,
  events: readonly NewWatchEvent[],
): Promise<WatchState | null> {
  const { state, query } = writeQuery(watch, events, null);
  const written = await query.execute(db);
  return written.numAffectedRows === BigInt(events.length) ? state : null;
}

/** Like `writeWatch`, for the beats operation. `shownCheckId` is a check that these beats triggered. */
export async function writeWatchFast(
  services: Services,
  watch: Watch,
  events: readonly NewWatchEvent[],
  shownCheckId: string | null,
): Promise<WatchState | null> {
  const { state, query } = writeQuery(watch, events, shownCheckId);
  const { affected } = await prepared(services, "watch-write", query, { waits: true });
  return affected === events.length ? state : null;
}

function writeQuery(watch: Watch, events: readonly NewWatchEvent[], shownCheckId: string | null) {
  const rules = rulesFor(watch.durationMs);
  let state = watch.state;
  for (const event of events) state = applyWatchEvent(state, event, rules);
  const at = new Date(events.at(-1)?.at ?? 0);
  const rows = events.map((event, n) => ({
    n,
    kind: event.kind,
    from_ms: event.fromMs ?? null,
    to_ms: event.toMs ?? null,
    playback_rate: event.playbackRate ?? null,
    visible: event.visible ?? true,
    check_id: event.checkId ?? null,
    at: new Date(event.at),
  }));
  const query = sql`
    with moved as (
      update watch_credit set state = ${json(state)}, credited_ms = ${creditedMs(state)}, furthest_ms = ${state.furthestMs},
        completed_at = case when ${isWatched(state, rules)}::boolean then coalesce(completed_at, ${at}::timestamptz) end,
        updated_at = ${at}, version = version + 1
      where enrolment_id = ${watch.enrolmentId} and lesson_id = ${watch.lessonId} and version = ${watch.version}
        and exists (select from watch_lease w where w.id = ${watch.leaseId} and w.ended_at is null)
      returning 1), shown as (
      update check_moment set shown_at = ${at} where id = ${shownCheckId}::uuid and exists (select from moved))
    insert into watch_event (lease_id, enrolment_id, lesson_id, kind, from_ms, to_ms, playback_rate, visible, check_id, at)
    select ${watch.leaseId}::uuid, ${watch.enrolmentId}::uuid, ${watch.lessonId}::uuid, e.kind, e.from_ms, e.to_ms, e.playback_rate, e.visible, e.check_id, e.at
    from json_to_recordset(${json(rows)}) as e (n int, kind text, from_ms int, to_ms int, playback_rate numeric, visible boolean, check_id uuid, at timestamptz)
    where exists (select from moved) order by e.n`;
  return { state, query };
}

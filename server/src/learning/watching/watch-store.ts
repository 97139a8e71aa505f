import { CompiledQuery } from "kysely";
import type { BatchStatement } from "../../kernel/batched-lookups.ts";
import { json, sql, type Database } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
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
  if (lock)
    await sql`select from watch_credit where (enrolment_id, lesson_id) = (
      select enrolment_id, lesson_id from watch_lease where id = ${leaseId}) for update`.execute(db);
  const { rows } = await db.executeQuery<Watch>(CompiledQuery.raw(WATCH_READ.text, [[leaseId]]));
  return rows[0] ?? null;
}

/** Like `readWatch`, for the beats operation: outside any transaction, in one statement with the leases of concurrent requests. */
export async function readWatchFast(services: Services, leaseId: string): Promise<Watch | null> {
  return (await services.lookups.one<Watch & { place: number }>(WATCH_READ, [leaseId])) ?? null;
}

const WATCH_READ: BatchStatement = {
  name: "watch-read",
  text: `select k.place::int, w.id as "leaseId", w.person_id as "personId", w.enrolment_id as "enrolmentId", w.lesson_id as "lessonId",
      w.ended_at as "endedAt", w.ended_because as "endedBecause", e.state = 'enrolled' and t.state = 'running' as "inClass",
      l.duration_ms as "durationMs", c.state, c.version, m.id as "checkId", m.due_ms as "dueMs", m.shown_at as "shownAt", m.question
    from unnest($1::uuid[]) with ordinality k (id, place)
    join watch_lease w on w.id = k.id
    join lesson l on l.id = w.lesson_id
    join enrolment e on e.id = w.enrolment_id
    join training_class t on t.id = e.class_id
    join watch_credit c on c.enrolment_id = w.enrolment_id and c.lesson_id = w.lesson_id
    left join lateral (
      select * from check_moment m where m.lease_id = w.id and m.passed is null order by m.due_ms limit 1) m on true`,
};

/**
 * Each key is the new state of one lease's watched time with its events. One whose version was written over, or whose lease ended,
 * writes nothing and has no row.
 */
const WATCH_WRITE: BatchStatement = {
  name: "watch-write",
  text: `with given as (
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::jsonb[], $6::int[], $7::int[], $8::boolean[],
        $9::timestamptz[], $10::uuid[], $11::jsonb[]) with ordinality
      k (lease_id, enrolment_id, lesson_id, version, state, credited_ms, furthest_ms, watched, at, check_id, events, place)
    ), moved as (
      update watch_credit c set state = g.state, credited_ms = g.credited_ms, furthest_ms = g.furthest_ms,
        completed_at = case when g.watched then coalesce(c.completed_at, g.at) end, updated_at = g.at, version = c.version + 1
      from given g
      where c.enrolment_id = g.enrolment_id and c.lesson_id = g.lesson_id and c.version = g.version
        and exists (select from watch_lease w where w.id = g.lease_id and w.ended_at is null)
      returning g.*
    ), shown as (
      update check_moment m set shown_at = v.at from moved v where m.id = v.check_id
    ), appended as (
      insert into watch_event (lease_id, enrolment_id, lesson_id, kind, from_ms, to_ms, playback_rate, visible, check_id, at)
      select v.lease_id, v.enrolment_id, v.lesson_id, e.row ->> 'kind', (e.row ->> 'from_ms')::int, (e.row ->> 'to_ms')::int,
        (e.row ->> 'playback_rate')::numeric, (e.row ->> 'visible')::boolean, (e.row ->> 'check_id')::uuid, (e.row ->> 'at')::timestamptz
      from moved v cross join lateral jsonb_array_elements(v.events) with ordinality e (row, n)
      order by v.place, e.n
    )
    select place::int from moved`,
};

/**
 * Appends events and updates watched time in one statement: both, or neither if somebody wrote since `watch` was read or the lease
 * ended. Returns the new state, or null for neither.
 */
export async function writeWatch(
  db: Database,
  watch: Watch,
  events: readonly NewWatchEvent[],
): Promise<WatchState | null> {
  const { state, key } = written(watch, events, null);
  const query = CompiledQuery.raw(
    WATCH_WRITE.text,
    key.map((part) => [part]),
  );
  const { rows } = await db.executeQuery(query);
  return rows.length === 1 ? state : null;
}

/**
 * Like `writeWatch`, for the beats operation: in one statement and one commit with the beats of concurrent requests. Each of them
 * stands or falls by itself. `shownCheckId` is a check that these beats triggered.
 */
export async function writeWatchFast(
  services: Services,
  watch: Watch,
  events: readonly NewWatchEvent[],
  shownCheckId: string | null,
): Promise<WatchState | null> {
  const { state, key } = written(watch, events, shownCheckId);
  return (await services.writes.one(WATCH_WRITE, key)) ? state : null;
}

function written(
  watch: Watch,
  events: readonly NewWatchEvent[],
  shownCheckId: string | null,
): { state: WatchState; key: readonly unknown[] } {
  const rules = rulesFor(watch.durationMs);
  let state = watch.state;
  for (const event of events) state = applyWatchEvent(state, event, rules);
  const rows = events.map((event) => ({
    kind: event.kind,
    from_ms: event.fromMs ?? null,
    to_ms: event.toMs ?? null,
    playback_rate: event.playbackRate ?? null,
    visible: event.visible ?? true,
    check_id: event.checkId ?? null,
    at: new Date(event.at),
  }));
  const key = [
    watch.leaseId,
    watch.enrolmentId,
    watch.lessonId,
    watch.version,
    json(state),
    creditedMs(state),
    state.furthestMs,
    isWatched(state, rules),
    new Date(events.at(-1)?.at ?? 0).toISOString(),
    shownCheckId,
    json(rows),
  ];
  return { state, key };
}

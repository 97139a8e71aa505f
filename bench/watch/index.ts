/**
 * Measures player beats per second, credited and durable, each from a learner of its own, against one bare insert of an event by
 * the same driver with as many in flight.
 */
import { load } from "../load.ts";
import { atATime, databaseSeconds, median, processorSeconds, report, round, seconds } from "../measure.ts";
import { startPlatform } from "../platform.ts";
import { makeSchool } from "../school.ts";

const LEARNERS = 10_000;
const CONNECTIONS = 50;
const ROUNDS = 4;
const SECONDS = 3;

const platform = await startPlatform({ people: 0 });
const school = await makeSchool(platform, { classes: 50, learners: LEARNERS / 50, lessons: 8, state: "running" });
const lessonOf = new Map(school.classes.map((each) => [each.id, each.lessonIds[0] ?? ""]));
const leases = await openLeases();

/** A player of each learner that has just opened the first lesson; opening ten thousand by hand is not what is measured. */
async function openLeases(): Promise<
  { id: string; cookie: string; csrfToken: string; enrolmentId: string; lessonId: string }[]
> {
  const { learners } = school;
  const { rows } = await platform.owner.query<{ id: string }>(
    `with learner as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality l (person_id, enrolment_id, lesson_id, place)
     ), credit as (
       insert into watch_credit (enrolment_id, lesson_id, person_id, state, credited_ms)
       select enrolment_id, lesson_id, person_id, jsonb_build_object('furthestMs', 0, 'safeMs', 0, 'bankMs', 0,
         'lastAt', floor(extract(epoch from now()) * 1000), 'checkPending', false), 0 from learner
     ), lease as (
       insert into watch_lease (person_id, enrolment_id, lesson_id) select person_id, enrolment_id, lesson_id from learner
       returning id, person_id
     )
     select lease.id from learner join lease using (person_id) order by place`,
    [
      learners.map(({ personId }) => personId),
      learners.map(({ enrolmentId }) => enrolmentId),
      learners.map(({ classId }) => lessonOf.get(classId)),
    ],
  );
  await platform.owner.query("analyze");
  return learners.map((learner, n) => ({
    ...learner,
    id: rows[n]?.id ?? "",
    lessonId: lessonOf.get(learner.classId) ?? "",
  }));
}

let at = 0;
async function beats(duration: number): Promise<{
  perSecond: number;
  p99: number;
  client: number;
  server: number;
  database: number;
}> {
  const before = [processorSeconds(platform.pid), await databaseSeconds(platform.owner)] as const;
  at += 10_000;
  const body = JSON.stringify({ beats: [{ fromMs: 0, toMs: at }] });
  const { done, ...result } = await load({
    url: platform.url,
    connections: CONNECTIONS,
    seconds: duration,
    asked: leases.map(({ id, cookie, csrfToken }) => [
      { path: `/api/v1/watch-leases/${id}/beats`, cookie, holds: id, post: { csrfToken, body } },
    ]),
  });
  return {
    perSecond: done / result.seconds,
    p99: result.p99,
    client: result.clientMicros,
    server: ((processorSeconds(platform.pid) - before[0]) / done) * 1e6,
    database: (((await databaseSeconds(platform.owner)) - before[1]) / done) * 1e6,
  };
}

async function bareInserts(count: number): Promise<{ perSecond: number; client: number; database: number }> {
  const processor = process.cpuUsage();
  const before = await databaseSeconds(platform.owner, "jinengtong-bench");
  const took = await seconds(() =>
    atATime(CONNECTIONS, count, (n) => {
      const lease = leases[n % leases.length];
      return platform.owner.query(
        "insert into watch_event (lease_id, enrolment_id, lesson_id, kind, from_ms, to_ms) values ($1, $2, $3, 'beat', 0, 10000)",
        [lease?.id, lease?.enrolmentId, lease?.lessonId],
      );
    }),
  );
  const { user, system } = process.cpuUsage(processor);
  return {
    perSecond: count / took,
    client: (user + system) / count,
    database: (((await databaseSeconds(platform.owner, "jinengtong-bench")) - before) / count) * 1e6,
  };
}

await beats(2);
await bareInserts(1_000);
const rounds: { bare: Awaited<ReturnType<typeof bareInserts>>; beats: Awaited<ReturnType<typeof beats>> }[] = [];
for (let n = 0; n < ROUNDS; n += 1) rounds.push({ bare: await bareInserts(4_000), beats: await beats(SECONDS) });
await platform.close();

report({
  bench: "watch",
  figures: {
    learners: LEARNERS,
    connections: CONNECTIONS,
    beatsPerSecond: round(median(rounds.map((each) => each.beats.perSecond))),
    bestPerSecond: round(Math.max(...rounds.map((each) => each.beats.perSecond))),
    p99Ms: round(median(rounds.map((each) => each.beats.p99))),
    clientMicros: round(median(rounds.map((each) => each.beats.client))),
    serverMicros: round(median(rounds.map((each) => each.beats.server))),
    databaseMicros: round(median(rounds.map((each) => each.beats.database))),
  },
  against: {
    what: "one bare insert of an event",
    bareInsertsPerSecond: round(median(rounds.map((each) => each.bare.perSecond))),
    bareClientMicros: round(median(rounds.map((each) => each.bare.client))),
    bareDatabaseMicros: round(median(rounds.map((each) => each.bare.database))),
  },
  ratio: {
    rate: round(median(rounds.map(({ bare, beats: each }) => each.perSecond / bare.perSecond)), 2),
    processorTime: round(
      median(
        rounds.map(
          ({ bare, beats: each }) => (bare.client + bare.database) / (each.client + each.server + each.database),
        ),
      ),
      2,
    ),
  },
});

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
const leases: { id: string; cookie: string; csrfToken: string; enrolmentId: string; lessonId: string }[] = [];
await atATime(20, LEARNERS, async (n) => {
  const learner = school.learners[n];
  if (!learner) return;
  const lessonId = lessonOf.get(learner.classId) ?? "";
  const response = await fetch(`${platform.url}/api/v1/lessons/${lessonId}/leases`, {
    method: "POST",
    headers: { cookie: learner.cookie, "x-csrf-token": learner.csrfToken, "content-type": "application/json" },
    body: JSON.stringify({ enrolmentId: learner.enrolmentId }),
  });
  if (!response.ok) throw new Error(`a lesson did not open: ${response.status} ${await response.text()}`);
  const { leaseId } = (await response.json()) as { leaseId: string };
  leases.push({ ...learner, id: leaseId, lessonId });
});

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

async function bareInserts(count: number): Promise<number> {
  const took = await seconds(() =>
    atATime(CONNECTIONS, count, (n) => {
      const lease = leases[n % leases.length];
      return platform.owner.query(
        "insert into watch_event (lease_id, enrolment_id, lesson_id, kind, from_ms, to_ms) values ($1, $2, $3, 'beat', 0, 10000)",
        [lease?.id, lease?.enrolmentId, lease?.lessonId],
      );
    }),
  );
  return count / took;
}

await beats(2);
await bareInserts(1_000);
const rounds: { bare: number; beats: Awaited<ReturnType<typeof beats>> }[] = [];
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
    bareInsertsPerSecond: round(median(rounds.map((each) => each.bare))),
  },
  ratio: round(median(rounds.map((each) => each.beats.perSecond / each.bare)), 2),
});

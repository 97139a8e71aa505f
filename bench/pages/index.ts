/**
 * Measures requests per second for a learner's home and class pages: 50 connections, a different learner at every request, against
 * one bare indexed `select` by the same driver with as many connections, alternating in the same run.
 */
import { load, type Asked } from "../load.ts";
import {
  atATime,
  databaseSeconds,
  median,
  processorSeconds,
  report,
  residentMegabytes,
  round,
  seconds,
  watchMemory,
} from "../measure.ts";
import { someLearners, startPlatform } from "../platform.ts";

const CONNECTIONS = 50;
const LEARNERS = 5_000;
const APPLICATION = "jinengtong-bench";
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 4);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 3);
const BARE = "select id, name from person where id = $1";

const platform = await startPlatform({ people: 10_000 });
const learners = await someLearners(platform, LEARNERS);
const idleMegabytes = residentMegabytes(platform.pid);

interface Round {
  perSecond: number;
  p99: number;
  /** Processor time for one request, microseconds. */
  serverMicros: number;
  databaseMicros: number;
  clientMicros: number;
}

async function pages(asked: readonly Asked[], duration: number): Promise<Round> {
  const serverBefore = processorSeconds(platform.pid);
  const databaseBefore = await databaseSeconds(platform.owner);
  const { done, clientMicros, p99, ...result } = await load({
    url: platform.url,
    connections: CONNECTIONS,
    seconds: duration,
    asked,
  });
  return {
    perSecond: done / result.seconds,
    p99,
    serverMicros: ((processorSeconds(platform.pid) - serverBefore) / done) * 1e6,
    databaseMicros: (((await databaseSeconds(platform.owner)) - databaseBefore) / done) * 1e6,
    clientMicros,
  };
}

/** The raw limit: driver and database reading one row by key. */
async function bareSelects(count: number): Promise<{ perSecond: number; micros: number }> {
  const clientBefore = process.cpuUsage();
  const databaseBefore = await databaseSeconds(platform.owner, APPLICATION);
  const took = await seconds(() =>
    atATime(CONNECTIONS, count, (n) => platform.owner.query(BARE, [learners[n % learners.length]?.personId])),
  );
  const { user, system } = process.cpuUsage(clientBefore);
  const database = (await databaseSeconds(platform.owner, APPLICATION)) - databaseBefore;
  return { perSecond: count / took, micros: (user + system + database * 1e6) / count };
}

/** Requests of one learner, with the id that only their own answer holds. */
const asked = (pathOf: (learner: (typeof learners)[number]) => string): Asked[] =>
  learners.map((learner) => ({ path: pathOf(learner), cookie: learner.cookie, holds: learner.enrolmentId }));
const home = asked(() => "/api/v1/me/home");
const classPage = asked(({ classId }) => `/api/v1/me/classes/${classId}`);

// Warm-up: statements are planned and code compiled before measuring.
await pages(home, 2);
await pages(classPage, 2);
await bareSelects(10_000);
const memory = watchMemory(platform.pid);
const rounds: { home: Round; classPage: Round; bare: Awaited<ReturnType<typeof bareSelects>> }[] = [];
for (let n = 0; n < ROUNDS; n += 1)
  rounds.push({
    bare: await bareSelects(20_000),
    home: await pages(home, SECONDS),
    classPage: await pages(classPage, SECONDS),
  });
const peakMegabytes = memory.stop();
await platform.close();

const of = (page: "home" | "classPage") => ({
  perSecond: round(median(rounds.map((each) => each[page].perSecond))),
  bestPerSecond: round(Math.max(...rounds.map((each) => each[page].perSecond))),
  p99Ms: round(median(rounds.map((each) => each[page].p99))),
  bestP99Ms: round(Math.min(...rounds.map((each) => each[page].p99))),
  serverMicros: round(median(rounds.map((each) => each[page].serverMicros))),
  databaseMicros: round(median(rounds.map((each) => each[page].databaseMicros))),
  clientMicros: round(median(rounds.map((each) => each[page].clientMicros))),
});
const micros = ({ serverMicros, databaseMicros, clientMicros }: Round): number =>
  serverMicros + databaseMicros + clientMicros;
/** By the clock, which other work on the machine disturbs; and by processor time of all three, which it disturbs less. */
const ratioOf = (page: "home" | "classPage") => ({
  [page]: round(median(rounds.map((each) => each[page].perSecond / each.bare.perSecond)), 2),
  [`${page}ByProcessor`]: round(median(rounds.map((each) => each.bare.micros / micros(each[page]))), 2),
});
report({
  bench: "pages",
  figures: {
    people: platform.people,
    connections: CONNECTIONS,
    home: of("home"),
    classPage: of("classPage"),
    serverIdleMb: round(idleMegabytes),
    serverPeakMb: round(peakMegabytes),
  },
  against: {
    what: BARE,
    bareSelectsPerSecond: round(median(rounds.map((each) => each.bare.perSecond))),
    bareMicros: round(median(rounds.map((each) => each.bare.micros))),
  },
  ratio: { ...ratioOf("home"), ...ratioOf("classPage") },
});

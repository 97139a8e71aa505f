/**
 * Measures pages as a browser loads them (the document with what it brings, and the calls it doesn't bring; compressed), and the two calls asked most, per
 * second over 50 connections with another learner at each, against one bare indexed `select` by the same driver with as many
 * connections, alternating in the same run.
 */
import { load, type Asked, type PageLoad } from "../load.ts";
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
import { lessonLearners, someLearners, startPlatform } from "../platform.ts";

const CONNECTIONS = 50;
const LEARNERS = 5_000;
const APPLICATION = "jinengtong-bench";
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 4);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 3);
const BARE = "select id, name from person where id = $1";

const platform = await startPlatform({ people: 10_000, pages: true });
const learners = await someLearners(platform, LEARNERS);
const lessons = await lessonLearners(platform, "video", LEARNERS);
const quizzes = await lessonLearners(platform, "quiz", LEARNERS);
const idleMegabytes = residentMegabytes(platform.pid);

type Learner = (typeof learners)[number];

/** A visitor's page asks at its start for its document, which brings its first answers. */
const visited = (path: string, holds: string): PageLoad => [{ cookie: "", path, holds }];
const publicHome = visited("/", '"/api/v1/public/home":{');
const signIn = visited("/sign-in", '"/api/v1/session":{');

/**
 * A signed-in learner's page: its document, which brings a text that only the learner's answer holds, and the calls that it doesn't
 * bring.
 */
const pageOf = (learner: Learner, path: string, holds: string, ...calls: Omit<Asked, "cookie">[]): PageLoad =>
  [{ path, holds }, ...calls].map((each) => ({ ...each, cookie: learner.cookie }));

const homeCall = (each: Learner) => ({ path: "/api/v1/me/home", holds: each.enrolmentId });
const classCall = (each: Learner) => ({ path: `/api/v1/me/classes/${each.classId}`, holds: each.enrolmentId });
const loads: Record<string, readonly PageLoad[]> = {
  homeCall: learners.map((each) => [{ ...homeCall(each), cookie: each.cookie }]),
  classCall: learners.map((each) => [{ ...classCall(each), cookie: each.cookie }]),
  publicHome: [publicHome],
  signIn: [signIn],
  learnerHome: learners.map((each) => pageOf(each, "/my", each.enrolmentId)),
  classPage: learners.map((each) => pageOf(each, `/my/classes/${each.classId}`, each.enrolmentId)),
  lessonPage: lessons.map((each) =>
    pageOf(each, `/my/classes/${each.classId}/lessons/${each.lessonId}`, each.enrolmentId),
  ),
  quizPage: quizzes.map((each) =>
    pageOf(each, `/my/classes/${each.classId}/lessons/${each.lessonId}`, each.enrolmentId, {
      path: `/api/v1/lessons/${each.lessonId}/quiz?enrolmentId=${each.enrolmentId}`,
      holds: "attemptsLeft",
    }),
  ),
};

interface Round {
  perSecond: number;
  p99: number;
  bytes: number;
  /** Processor time for one load, microseconds. */
  serverMicros: number;
  databaseMicros: number;
  clientMicros: number;
}

async function measured(asked: readonly PageLoad[], duration: number): Promise<Round> {
  const serverBefore = processorSeconds(platform.pid);
  const databaseBefore = await databaseSeconds(platform.owner);
  const { done, ...result } = await load({ url: platform.url, connections: CONNECTIONS, seconds: duration, asked });
  return {
    perSecond: done / result.seconds,
    p99: result.p99,
    bytes: result.bytes,
    serverMicros: ((processorSeconds(platform.pid) - serverBefore) / done) * 1e6,
    databaseMicros: (((await databaseSeconds(platform.owner)) - databaseBefore) / done) * 1e6,
    clientMicros: result.clientMicros,
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

// Warm-up: statements are planned and code compiled before measuring.
for (const asked of Object.values(loads)) await measured(asked, 1);
await bareSelects(10_000);
const memory = watchMemory(platform.pid);
const bare: { perSecond: number; micros: number }[] = [];
const rounds = new Map<string, Round[]>(Object.keys(loads).map((name) => [name, []]));
for (let n = 0; n < ROUNDS; n += 1) {
  bare.push(await bareSelects(20_000));
  for (const [name, asked] of Object.entries(loads)) rounds.get(name)?.push(await measured(asked, SECONDS));
}
const peakMegabytes = memory.stop();
await platform.close();

const figureOf = (each: readonly Round[], figure: keyof Round) => round(median(each.map((one) => one[figure])));
const entries = [...rounds];
report({
  bench: "pages",
  figures: {
    people: platform.people,
    connections: CONNECTIONS,
    ...Object.fromEntries(
      entries.map(([name, each]) => [
        name,
        {
          perSecond: figureOf(each, "perSecond"),
          p99Ms: figureOf(each, "p99"),
          bytes: figureOf(each, "bytes"),
          serverMicros: figureOf(each, "serverMicros"),
          databaseMicros: figureOf(each, "databaseMicros"),
          clientMicros: figureOf(each, "clientMicros"),
        },
      ]),
    ),
    serverIdleMb: round(idleMegabytes),
    serverPeakMb: round(peakMegabytes),
  },
  against: {
    what: BARE,
    bareSelectsPerSecond: round(median(bare.map(({ perSecond }) => perSecond))),
    bareMicros: round(median(bare.map(({ micros }) => micros))),
  },
  // By the clock, which other work on the machine disturbs, and by processor time of all three, which it disturbs less.
  ratio: Object.fromEntries(
    entries.flatMap(([name, each]) => [
      [name, round(median(each.map((one, n) => one.perSecond / (bare[n]?.perSecond ?? 1))), 3)],
      [
        `${name}ByProcessor`,
        round(
          median(
            each.map((one, n) => (bare[n]?.micros ?? 0) / (one.serverMicros + one.databaseMicros + one.clientMicros)),
          ),
          3,
        ),
      ],
    ]),
  ),
});

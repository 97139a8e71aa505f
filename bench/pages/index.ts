/**
 * How many learners can look at their home and class pages at once? Fifty connections, a different learner at every request, against
 * one bare indexed `select` by the same driver with as many connections, in turns in the same run.
 */
import autocannon from "autocannon";
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
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 4);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 3);
const BARE = "select id, name from person where id = $1";

const platform = await startPlatform({ people: 10_000 });
const learners = await someLearners(platform, LEARNERS);
const idleMegabytes = residentMegabytes(platform.pid);

interface Round {
  perSecond: number;
  p99: number;
  /** Processor time of server and database for one request, microseconds. */
  serverMicros: number;
  databaseMicros: number;
}

async function pages(pathOf: (learner: (typeof learners)[number]) => string, duration: number): Promise<Round> {
  const requests = learners.map((learner) => ({ path: pathOf(learner), headers: { cookie: learner.cookie } }));
  let client = 0;
  const serverBefore = processorSeconds(platform.pid);
  const databaseBefore = await databaseSeconds(platform.owner);
  const result = await autocannon({
    url: platform.url,
    connections: CONNECTIONS,
    duration,
    setupClient(each) {
      // Every connection goes round the same learners, from a place of its own.
      const from = Math.floor((client++ / CONNECTIONS) * requests.length);
      each.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed, of ${result.requests.total}`);
  const done = result.requests.total;
  return {
    perSecond: done / result.duration,
    p99: result.latency.p99,
    serverMicros: ((processorSeconds(platform.pid) - serverBefore) / done) * 1e6,
    databaseMicros: (((await databaseSeconds(platform.owner)) - databaseBefore) / done) * 1e6,
  };
}

/** The raw limit: what the driver and the database give for one row by its key. */
async function bareSelects(count: number): Promise<number> {
  const took = await seconds(() =>
    atATime(CONNECTIONS, count, (n) => platform.owner.query(BARE, [learners[n % learners.length]?.personId])),
  );
  return count / took;
}

const home = (): string => "/api/v1/me/home";
const classPage = ({ classId }: { classId: string }): string => `/api/v1/me/classes/${classId}`;

// Plans are made and code is compiled before anything counts.
await pages(home, 2);
await pages(classPage, 2);
await bareSelects(10_000);
const memory = watchMemory(platform.pid);
const rounds: { home: Round; classPage: Round; bare: number }[] = [];
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
  p99Ms: median(rounds.map((each) => each[page].p99)),
  bestP99Ms: Math.min(...rounds.map((each) => each[page].p99)),
  serverMicros: round(median(rounds.map((each) => each[page].serverMicros))),
  databaseMicros: round(median(rounds.map((each) => each[page].databaseMicros))),
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
    bareSelectsPerSecond: round(median(rounds.map((each) => each.bare))),
  },
  ratio: {
    home: round(median(rounds.map((each) => each.home.perSecond / each.bare)), 2),
    classPage: round(median(rounds.map((each) => each.classPage.perSecond / each.bare)), 2),
  },
});

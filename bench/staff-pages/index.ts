/**
 * First visit of each role's home, the main lists, and the pages that carry their first state, with an empty cache, slow 4G and a
 * processor four times slower: requests, bytes of script, and time of the largest paint, against the same page without the slow-down.
 */
import { median, report, round } from "../measure.ts";
import { openSessions, startPlatform } from "../platform.ts";
import { DESK, openBrowser, PHONE, visit, type Visit } from "../visit.ts";

const VISITS = Number(process.env["BENCH_VISITS"] ?? 3);
const PAGES: readonly (readonly [role: string | null, path: string])[] = [
  [null, "/sign-in"],
  [null, "/classes"],
  ["learner", "/my"],
  ["learner", "/my/classes"],
  ["institution", "/institution"],
  ["enterprise", "/enterprise"],
  ["evaluator", "/evaluation"],
  ["reviewer", "/bureau"],
  ["reviewer", "/bureau/claims"],
  ["reviewer", "/bureau/first-review"],
  ["reviewer", "/bureau/statistics"],
  ["department", "/bureau/publicity"],
  ["finance", "/finance"],
  ["finance", "/finance/payables"],
  ["auditor", "/audit"],
  ["admin", "/admin"],
];

const platform = await startPlatform({ people: 500, pages: true });
const browser = await openBrowser();
const accounts = await platform.owner.query<{ role: string; id: string; person: string | null }>(
  "select distinct on (role) role, id, person_id as person from account where state = 'active' order by role, created_at, id",
);
const sessions = await openSessions(
  platform,
  accounts.rows.map(({ id, person }) => ({ accountId: id, personId: person })),
);
const cookies = new Map(accounts.rows.map(({ role }, n) => [role, sessions[n]?.cookie]));

const figures: Record<string, object> = {};
const paints: number[] = [];
const freePaints: number[] = [];
for (const [role, path] of PAGES) {
  const cookie = role === null ? undefined : cookies.get(role);
  const screen = role === null || role === "learner" ? PHONE : DESK;
  const asked = { url: platform.url + path, screen, ...(cookie === undefined ? {} : { cookie }) };
  const slow: Visit[] = [];
  const free: Visit[] = [];
  for (let n = 0; n < VISITS; n += 1) {
    free.push(await visit(browser, { ...asked, slow: false }));
    slow.push(await visit(browser, { ...asked, slow: true }));
  }
  const largest = median(slow.map((each) => each.largestPaintMs));
  paints.push(largest);
  freePaints.push(median(free.map((each) => each.largestPaintMs)));
  figures[path] = {
    requests: median(slow.map((each) => each.requests)),
    scriptKb: round(median(slow.map((each) => each.scriptKb))),
    largestPaintMs: round(largest),
    bestLargestPaintMs: round(Math.min(...slow.map((each) => each.largestPaintMs))),
  };
}
await browser.close();
await platform.close();

report({
  bench: "staff-pages",
  figures: { visits: VISITS, ...figures },
  against: { what: "the same pages without the slow-down", largestPaintMs: round(median(freePaints)) },
  ratio: round(median(freePaints) / median(paints), 2),
});

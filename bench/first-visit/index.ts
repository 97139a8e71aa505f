/**
 * First visit of the public home on a phone: 390 px wide, a processor four times slower, slow 4G, empty cache. Bytes of script, and
 * time of the largest paint. Against the same page on the same phone without network and processor limits.
 */
import { median, report, round } from "../measure.ts";
import { startPlatform } from "../platform.ts";
import { openBrowser, PHONE, visit as visitPage, type Visit } from "../visit.ts";

const VISITS = 5;

const platform = await startPlatform({ people: 500, pages: true });
const browser = await openBrowser();
const visit = (slow: boolean): Promise<Visit> => visitPage(browser, { url: platform.url, screen: PHONE, slow });

// The very first visit also makes the server read its files.
await visit(false);
const slow: Visit[] = [];
const free: Visit[] = [];
for (let n = 0; n < VISITS; n += 1) {
  slow.push(await visit(true));
  free.push(await visit(false));
}
await browser.close();
await platform.close();

const paints = slow.map((each) => each.largestPaintMs);
const freePaint = median(free.map((each) => each.largestPaintMs));
report({
  bench: "first-visit",
  figures: {
    visits: VISITS,
    scriptKb: round(median(slow.map((each) => each.scriptKb)), 1),
    allKb: round(median(slow.map((each) => each.allKb)), 1),
    largestPaintMs: round(median(paints)),
    bestLargestPaintMs: round(Math.min(...paints)),
    firstPaintMs: round(median(slow.map((each) => each.firstPaintMs))),
  },
  against: { what: "the same page without the slow-down", largestPaintMs: round(freePaint) },
  ratio: round(freePaint / median(paints), 2),
});

/**
 * First visit of the public home on a phone: 390 px wide, a processor four times slower, slow 4G, empty cache. Bytes of script, and
 * time of the largest paint. Against the same page on the same phone without network and processor limits.
 */
import { chromium, type Browser } from "@playwright/test";
import { existsSync } from "node:fs";
import { median, report, round } from "../measure.ts";
import { startPlatform } from "../platform.ts";

const VISITS = 5;
/** Slow 4G as browsers' tools define it. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PHONE = { width: 390, height: 844 };

interface Visit {
  scriptKb: number;
  allKb: number;
  largestPaintMs: number;
  firstPaintMs: number;
}

const platform = await startPlatform({ people: 500, pages: true });
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((each) => existsSync(each));
const browser = await chromium.launch({ args: ["--no-sandbox"], ...(installed ? { executablePath: installed } : {}) });

async function visit(on: Browser, slow: boolean): Promise<Visit> {
  const context = await on.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, locale: "zh-CN" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (slow) {
    await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  const kinds = new Map<string, string>();
  let script = 0;
  let all = 0;
  devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (kinds.get(requestId) === "Script") script += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = { largest: 0 };
    Object.assign(globalThis, { paints: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = Math.max(seen.largest, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(platform.url, { waitUntil: "networkidle", timeout: 60_000 });
  // On a busy machine the browser reports its paints after the network is idle.
  await page.waitForFunction(() => (globalThis as unknown as { paints: { largest: number } }).paints.largest > 0);
  const painted = await page.evaluate(() => ({
    largest: (globalThis as unknown as { paints: { largest: number } }).paints.largest,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  await context.close();
  return { scriptKb: script / 1024, allKb: all / 1024, largestPaintMs: painted.largest, firstPaintMs: painted.first };
}

// The very first visit also makes the server read its files.
await visit(browser, false);
const slow: Visit[] = [];
const free: Visit[] = [];
for (let n = 0; n < VISITS; n += 1) {
  slow.push(await visit(browser, true));
  free.push(await visit(browser, false));
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

/** Visits of a page with a real browser on a slow phone or desk: what is sent, and when the largest paint comes. Needs Chromium. */
import { chromium, type Browser } from "@playwright/test";
import { existsSync } from "node:fs";

/** Slow 4G as browsers' tools define it. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const PHONE = { width: 390, height: 844, scale: 2, mobile: true };
export const DESK = { width: 1440, height: 900, scale: 1, mobile: false };

export interface Visit {
  requests: number;
  scriptKb: number;
  allKb: number;
  largestPaintMs: number;
  firstPaintMs: number;
}

export interface VisitOptions {
  url: string;
  /** Session cookie of whoever visits, `name=value`. */
  cookie?: string;
  screen: typeof PHONE;
  /** Slow 4G and a processor four times slower. */
  slow: boolean;
}

export function openBrowser(): Promise<Browser> {
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((each) => existsSync(each));
  return chromium.launch({ args: ["--no-sandbox"], ...(installed ? { executablePath: installed } : {}) });
}

/** One visit with an empty cache, until the network is idle. */
export async function visit(on: Browser, { url, cookie, screen, slow }: VisitOptions): Promise<Visit> {
  const context = await on.newContext({
    viewport: screen,
    deviceScaleFactor: screen.scale,
    isMobile: screen.mobile,
    locale: "zh-CN",
  });
  if (cookie !== undefined) {
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url }]);
  }
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
  let requests = 0;
  devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    requests += 1;
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
  await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
  // On a busy machine the browser reports its paints after the network is idle.
  await page.waitForFunction(() => (globalThis as unknown as { paints: { largest: number } }).paints.largest > 0);
  const painted = await page.evaluate(() => ({
    largest: (globalThis as unknown as { paints: { largest: number } }).paints.largest,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  await context.close();
  return {
    requests,
    scriptKb: script / 1024,
    allKb: all / 1024,
    largestPaintMs: painted.largest,
    firstPaintMs: painted.first,
  };
}

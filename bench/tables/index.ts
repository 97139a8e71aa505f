/**
 * Keys in a list of 5,000 rows at a processor four times slower: the next row (`j`), a tick (`x`) and a letter in the search box, from
 * the key to the frame that answers it, against a key on a page without a table in the same run.
 */
import type { CDPSession, Page } from "@playwright/test";
import { median, percentile, report, round } from "../measure.ts";
import { openSessions, startPlatform } from "../platform.ts";
import { DESK, openBrowser } from "../visit.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 5_000);
const KEYS = 30;

const platform = await startPlatform({ people: 500, pages: true });
const { rows: accounts } = await platform.owner.query<{ id: string }>(
  "select id from account where role = 'department' and state = 'active' order by created_at, id limit 1",
);
const [officer] = await openSessions(platform, [{ accountId: accounts[0]?.id ?? "", personId: null }]);
const browser = await openBrowser();
const context = await browser.newContext({ viewport: DESK, locale: "zh-CN" });
const [name = "", value = ""] = (officer?.cookie ?? "").split("=");
await context.addCookies([{ name, value, url: platform.url }]);
const page = await context.newPage();
const devtools = await context.newCDPSession(page);

/** The claims of the demo county, so often that the list is that long. */
await page.route(/\/api\/v1\/claims\?(?!.*limit=1\b)/u, async (route) => {
  const answer = await route.fetch();
  if (!answer.ok()) throw new Error(`the list is refused: ${answer.status()}`);
  const list = (await answer.json()) as { rows: Record<string, unknown>[] };
  const rows = Array.from({ length: ROWS }, (_, n) => ({
    ...list.rows[n % list.rows.length],
    id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  }));
  await route.fulfill({ response: answer, json: { ...list, rows, nextCursor: null } });
});

/** Milliseconds from the keys to the frames that answer them, as the page sees them. */
async function answered(on: Page, session: CDPSession, key: string): Promise<number[]> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await on.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.addEventListener("message", () => times.push(performance.now() - start));
          painted.port1.start();
          painted.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let n = 0; n < KEYS; n += 1) {
    await on.keyboard.press(key);
    await on.waitForFunction((count) => (globalThis as unknown as { times: number[] }).times.length > count, n);
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return on.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}

async function openPage(path: string, ready: string): Promise<void> {
  await page.goto(platform.url + path);
  await page.locator(ready).first().waitFor({ timeout: 120_000 });
  await page.waitForLoadState("networkidle");
}

const LIST = "/bureau/publicity";
const LAST = `#bureau-publicity-row-${ROWS - 1}`;
const times: Record<string, number[]> = {};
await openPage("/privacy", "h1");
times["emptyPage"] = await answered(page, devtools, "j");
await openPage(LIST, LAST);
times["next"] = await answered(page, devtools, "j");
times["tick"] = await answered(page, devtools, "x");
await openPage(LIST, LAST);
await page.getByRole("searchbox").first().focus();
times["letter"] = await answered(page, devtools, "a");
await browser.close();
await platform.close();

const empty = median(times["emptyPage"] ?? []);
report({
  bench: "tables",
  figures: {
    rows: ROWS,
    ...Object.fromEntries(
      ["next", "tick", "letter"].map((each) => [
        each,
        {
          medianMs: round(median(times[each] ?? []), 1),
          p90Ms: round(percentile(times[each] ?? [], 0.9), 1),
          mostMs: round(Math.max(...(times[each] ?? [])), 1),
        },
      ]),
    ),
  },
  against: { what: "a key on a page without a table", medianMs: round(empty, 1) },
  ratio: Object.fromEntries(
    ["next", "tick", "letter"].map((each) => [each, round(median(times[each] ?? []) / empty, 2)]),
  ),
});

import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";

test.skip(({ isMobile }) => isMobile, "clerks work through long lists at a desk");
test.slow();

const ROWS = 5_000;

interface Drawn {
  drawn: number;
}

/** Shows the list of claims in publicity as one of 5,000 rows, and counts how often a row is drawn: each drawing reads its number once. */
async function openLongList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { drawn: 0 });
    const read = Object.getOwnPropertyDescriptor(Response.prototype, "json")?.value as () => Promise<unknown>;
    Response.prototype.json = async function (this: Response) {
      const answer = (await Reflect.apply(read, this, [])) as { rows?: { number?: string; personName?: string }[] };
      if (this.url.includes("/api/v1/claims?") && (answer.rows?.length ?? 0) > 1)
        for (const row of answer.rows ?? []) {
          const { number } = row;
          Object.defineProperty(row, "number", {
            get() {
              (globalThis as unknown as { drawn: number }).drawn += 1;
              return number;
            },
          });
        }
      return answer;
    };
  });
  await page.route(/\/api\/v1\/claims\?(?!.*limit=1\b)/u, async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { rows: Record<string, unknown>[] };
    const rows = Array.from({ length: ROWS }, (_, n) => ({
      ...list.rows[n % list.rows.length],
      id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
      number: `BT-${n}`,
    }));
    await route.fulfill({ response: answer, json: { ...list, rows, nextCursor: null } });
  });
  await signIn(page, "reviewer", 1);
  await page.goto("/bureau/publicity");
  await expect(page.locator("tbody tr")).toHaveCount(ROWS, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
}

async function drawnBy(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => Object.assign(globalThis, { drawn: 0 }));
  await act();
  // Rows may follow later, when nothing more urgent is to be done.
  await page.waitForTimeout(1_000);
  return page.evaluate(() => (globalThis as unknown as Drawn).drawn);
}

test("of five thousand rows a key and a tick draw only those they change", async ({ page }) => {
  await openLongList(page);
  expect(await drawnBy(page, () => page.keyboard.press("j"))).toBe(1);
  expect(await drawnBy(page, () => page.keyboard.press("j"))).toBe(2);
  await expect(page.locator("#bureau-publicity-row-1")).toHaveClass(/outline-accent/u);
  expect(await drawnBy(page, () => page.keyboard.press("x"))).toBe(1);
  await expect(page.getByText("已选 1 笔")).toBeVisible();
  expect(await drawnBy(page, () => page.keyboard.press("x"))).toBe(1);
});

test("a tick with Shift takes all between", async ({ page }) => {
  await openLongList(page);
  const box = (n: number) => page.locator(`#bureau-publicity-row-${n}`).getByRole("checkbox");
  await box(3).click();
  await box(230).click({ modifiers: ["Shift"] });
  await expect(page.getByText("已选 228 笔")).toBeVisible();
  expect(await drawnBy(page, () => box(230).click())).toBe(1);
});

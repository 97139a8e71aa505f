import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

interface Row {
  id: string;
  benefit: string;
}

test("a learner reads by which days the living allowance is counted, and so does the reviewer", async ({
  page,
  browser,
}) => {
  await signIn(page, "learner");
  const { rows } = (await (await page.request.get("/api/v1/me/claims?limit=100")).json()) as { rows: Row[] };
  const own = rows.find(({ benefit }) => benefit === "living-allowance");
  if (own === undefined) throw new Error("the demo learner has no living allowance");
  await page.goto(`/my/claims/${own.id}`);
  await page.getByRole("link", { name: "看按哪些天算的" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "生活费是按哪些天算的" })).toBeVisible();
  await expect(page.getByText(/上课 \d+ 天，出勤 \d+ 天，计 \d+ 天，每天 40 元/u)).toBeVisible();
  await expect(page.getByRole("button", { name: "打印" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-days");

  const office = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "zh-CN" });
  const desk = await office.newPage();
  await signIn(desk, "reviewer");
  const found = await desk.request.get("/api/v1/claims?benefit=living-allowance&state=submitted");
  const [submitted] = ((await found.json()) as { rows: Row[] }).rows;
  if (submitted === undefined) throw new Error("no living allowance waits for review");
  await desk.goto(`/bureau/claims/${submitted.id}`);
  await expect(desk.getByRole("tab", { name: "出勤日" })).toHaveAttribute("aria-selected", "true");
  await desk.getByRole("link", { name: "打印明细" }).click();
  await expect(desk.getByRole("heading", { name: "培训期间生活费补贴出勤日明细" })).toBeVisible();
  await checkA11y(desk);
  await screenshot(desk, "bureau-days");
  await office.close();
});

test("what isn't granted says how it could be, on one's own record", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/my/entitlements");
  await page.getByRole("tab", { name: /不符合/u }).click();
  const ways = page.getByRole("button", { name: "怎样才能享受" });
  await ways.first().click();
  await expect(page.getByRole("region", { name: "怎样才能享受" })).toBeVisible();
  await expect(page.getByText("正在读取…")).toHaveCount(0);
  await checkA11y(page);
  await screenshot(page, "learner-ways");
});

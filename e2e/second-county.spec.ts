import { expect, test } from "@playwright/test";
import example from "../counties/example/county.json" with { type: "json" };
import { checkA11y, checkNoSidewaysScroll } from "./support/page-checks.ts";
import { startCounty } from "./support/second-county.ts";

/** The build of the other journeys serves another county: its words are filled into each page from its file. */
let platform: Awaited<ReturnType<typeof startCounty>>;
test.beforeAll(async () => {
  platform = await startCounty("example");
});
test.afterAll(() => platform.stop());

test("another county's home says whose it is, already before its script has come", async ({ page, request }) => {
  const html = await (await request.get(platform.origin)).text();
  expect(html).toContain(`<title>${example.product.name}</title>`);
  expect(html).toContain(example.offices.bureau.name);
  expect(html).not.toMatch(/\{\{|如皋/u);
  await page.goto(platform.origin);
  await expect(page).toHaveTitle(`${example.product.name} · ${example.product.title}`);
  await expect(page.getByRole("contentinfo")).toContainText(example.offices.bureau.name);
  await expect(page.getByRole("contentinfo")).toContainText(example.hotline.phone);
  await checkNoSidewaysScroll(page);
});

test("people register in its own towns", async ({ page }) => {
  await page.goto(`${platform.origin}/register`);
  await expect(page).toHaveTitle(`实名注册 · ${example.product.name}`);
  const towns = page.getByLabel("现在住在哪个镇（街道）");
  await expect(towns.getByRole("option")).toHaveText(["请选择", ...example.towns.map((town) => town.name)]);
});

test("what one can get is asked by its own programme, which has no door for companies", async ({ page }) => {
  await page.goto(`${platform.origin}/benefits`);
  await expect(page.getByRole("link", { name: /^我想学一门手艺/u })).toBeVisible();
  await expect(page.getByRole("link", { name: /^我的单位能领什么/u })).toHaveCount(0);
  await page.getByRole("link", { name: /^我想学一门手艺/u }).click();
  await page.getByRole("button", { name: "没有工作，在找" }).click();
  await expect(page.getByRole("checkbox", { name: "办过失业登记" })).toBeVisible();
  await checkNoSidewaysScroll(page);
});

test("its policy is its own programme, its offices can be reached", async ({ page }) => {
  await page.goto(`${platform.origin}/policy`);
  await expect(page.getByRole("main")).toContainText("示例县技能提升行动");
  await page.goto(`${platform.origin}/contact`);
  for (const office of Object.values(example.offices))
    await expect(page.getByRole("heading", { name: office.name })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
});

import { expect, test, type Request } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test("the home page asks its question, in every size of type and down to 320 px", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("我能领什么补贴？");
  await checkA11y(page);
  await screenshot(page, "home");
  for (const size of ["大字", "特大字"]) {
    await page.getByRole("button", { name: size, exact: true }).click();
    await checkNoSidewaysScroll(page);
    await checkA11y(page);
  }
  await screenshot(page, "home-largest");
  await page.setViewportSize({ width: 320, height: 700 });
  await checkNoSidewaysScroll(page);
});

/** In bytes as sent: what a phone on slow 4G has before the page answers. */
const SCRIPT_AT_MOST = 140_000;

test("the first visit brings little script", async ({ page }) => {
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => request.resourceType() === "script" && scripts.push(request));
  await page.goto("/", { waitUntil: "networkidle" });
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)).toBeLessThan(SCRIPT_AT_MOST);
});

test("a wrong password is refused in words, a right one leads back to where one was", async ({ page }) => {
  await page.goto("/bureau");
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fbureau/u);
  await checkA11y(page);
  await page.getByLabel("手机号或用户名").fill("nobody");
  await page.getByLabel("密码", { exact: true }).fill("wrong-password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("用户名或密码不正确");
  await screenshot(page, "sign-in-refused");
  await signIn(page, "reviewer");
  await page.goto("/sign-in?return=%2Fbureau");
  await expect(page).toHaveURL(/\/bureau$/u);
});

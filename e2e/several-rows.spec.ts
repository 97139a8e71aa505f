import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

/** Ticks the first `count` rows of a list or queue. */
async function choose(page: Page, count: number): Promise<void> {
  const boxes = page.getByRole("main").getByRole("checkbox", { name: /^选择 /u });
  for (let n = 0; n < count; n += 1) await boxes.nth(n).check();
}

test("a reviewer confirms two declared groups with one reason, each by itself", async ({ page }) => {
  await signIn(page, "reviewer", 0);
  await page.goto("/bureau/groups");
  await choose(page, 2);
  await expect(page.getByText("已选 2 件")).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "several-groups");
  await page.getByRole("button", { name: "认定 2 件" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("核对情况").fill("与登记失业名册核对一致");
  await screenshot(page, "several-groups-confirmed");
  await sheet.getByRole("button", { name: "认定 2 件" }).click();
  // Another office's register refuses some: those stay chosen with their reason.
  await expect(page.getByText(/已办 \d 件|没有办成/u).first()).toBeVisible();
});

test("filings are returned together; what is missing is said once", async ({ page }) => {
  await signIn(page, "reviewer", 1);
  await page.goto("/bureau/filings");
  await choose(page, 2);
  await page.getByRole("button", { name: "退回补正 2 个班" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "退回补正 2 个班" }).click();
  await expect(sheet.getByText(/需要填写|请填写|必填/u).first()).toBeVisible();
  await sheet.getByLabel("需要补正的内容").fill("请补充实训设备清单。");
  await sheet.getByRole("button", { name: "退回补正 2 个班" }).click();
  await expect(page.getByText("退回补正：已办 2 个班")).toBeVisible();
  await expect(page.getByText("已选 2 个班")).toHaveCount(0);
});

test("an administrator disables and enables several accounts, never the own one", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/admin/accounts?role=evaluator");
  await choose(page, 1);
  await screenshot(page, "several-accounts");
  await page.getByRole("button", { name: "停用账号 1 个" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("说明").fill("单位停业");
  await sheet.getByRole("button", { name: "停用账号 1 个" }).click();
  await expect(page.getByText("已停用 1 个账号")).toBeVisible();
  await choose(page, 1);
  await page.getByRole("button", { name: "恢复账号 1 个" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复账号 1 个" }).click();
  await expect(page.getByText("已恢复 1 个账号")).toBeVisible();
  await page.goto("/admin/accounts?role=admin");
  await choose(page, 1);
  await expect(page.getByRole("button", { name: "停用账号 0 个" })).toBeDisabled();
});

test("finance confirms several repayments, each with its own voucher", async ({ page }) => {
  await signIn(page, "finance", 1);
  await page.goto("/finance/clawbacks?state=demanded");
  await choose(page, 1);
  await screenshot(page, "several-clawbacks");
  await page.getByRole("button", { name: "确认到账 1 件" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel(/的收款凭证号/u)).toHaveCount(1);
  await checkA11y(page);
  await screenshot(page, "several-repayments");
});

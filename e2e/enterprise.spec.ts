import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test("an enterprise sees its work, follows a claim, and is told why a new one can't be granted", async ({ page }) => {
  await signIn(page, "enterprise");
  await page.goto("/enterprise");
  await expect(page.getByRole("heading", { level: 2, name: "等您办理" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "enterprise-home");

  await page.goto("/enterprise/claims/new");
  const employees = page.getByRole("group", { name: "职工" }).getByRole("listitem");
  await employees.getByRole("button").first().click();
  // The preview shows every obstacle, condition by condition, before anything is sent.
  await expect(page.getByRole("heading", { name: /^系统判定/u })).toBeVisible();
  await expect(page.getByText("不满足").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "提交初审" })).toBeDisabled();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "enterprise-claim-new");

  await page.goto("/enterprise/staff");
  await expect(page.getByRole("heading", { level: 1, name: "职工" })).toBeVisible();
  await page.getByRole("button", { name: "登记职工" }).click();
  await page.getByRole("button", { name: "登记入职" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await checkA11y(page);
  await page.getByRole("button", { name: "登记完了" }).click();

  await page.getByRole("button", { name: "导入名单" }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "职工.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("姓名,身份证号,入职日期\n示例职工,320682199001010000,2020-01-05\n"),
  });
  await expect(page.getByText("有 1 行需要修改")).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await page.getByRole("button", { name: "先不导入" }).click();

  await page.goto("/enterprise/settings");
  await expect(page.getByRole("heading", { level: 2, name: "收款账户" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "enterprise-settings");
});

test("an evaluator finds its exams and its certificates", async ({ page }) => {
  await signIn(page, "evaluator");
  await page.goto("/evaluation");
  await expect(page.getByRole("heading", { level: 1, name: "考核" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "evaluation-exams");
  await page.goto("/evaluation/certificates");
  await expect(page.getByRole("heading", { level: 1, name: "评价证书" })).toBeVisible();
  await checkA11y(page);
});

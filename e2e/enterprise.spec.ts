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
  await page.getByLabel("职工身份证号").fill("320682199001011234");
  await page.getByRole("button", { name: "提交初审" }).click();
  await expect(page.getByRole("alert").first()).toContainText("职工身份证号");
  await checkA11y(page);
  await checkNoSidewaysScroll(page);

  await page.goto("/enterprise/staff");
  await expect(page.getByRole("heading", { level: 2, name: "登记一名职工" })).toBeVisible();
  await page.getByRole("button", { name: "登记用工" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await checkA11y(page);

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

import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test("an enterprise's declaration is given back, put right while it reckons, sent again and accepted", async ({
  page,
  baseURL,
}) => {
  const enterprise = await Office.open(baseURL ?? "", "enterprise");
  const { duties } = await enterprise.read<{
    duties: { returnId: string | null; state: string | null; period: string }[];
  }>("/api/v1/me/return-duties");
  const sent = duties.find(({ state }) => state === "submitted");
  await enterprise.close();

  await signIn(page, "reviewer");
  await page.goto(`/bureau/returns?form=education-fund&period=${sent?.period}`);
  await expect(page.getByText("应不低于 60%").first()).toBeVisible();
  await page.goto(`/bureau/returns/${sent?.returnId}`);
  await page.getByRole("button", { name: "退回", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("一线职工的金额漏了带徒津贴");
  await dialog.getByRole("button", { name: "退回" }).click();
  await expect(page.getByText("一线职工的金额漏了带徒津贴")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "enterprise");
  await page.goto("/enterprise/returns");
  await checkA11y(page);
  await page.getByRole("link", { name: "继续填" }).first().click();
  await expect(page.getByText("应不低于 60%")).toBeVisible();
  await page.getByRole("textbox", { name: "用于一线职工" }).fill("120000");
  await expect(page.getByText("66.67 %")).toBeVisible();
  await expect(page.getByText("应不低于 60%")).toBeHidden();
  await page.getByRole("textbox", { name: "本年使用的职工教育经费" }).fill("190000");
  await expect(page.getByText(/多 10000\.00。/u)).toBeVisible();
  await page.getByRole("textbox", { name: "本年使用的职工教育经费" }).fill("180000");
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "enterprise-return");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("报送过 2 版")).toBeVisible();

  const reviewer = await Office.open(baseURL ?? "", "reviewer");
  await reviewer.send(`/api/v1/period-returns/${sent?.returnId}/acceptance`, {});
  await page.reload();
  await expect(page.getByText("已接受").first()).toBeVisible();
  await reviewer.close();
});

import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1_000, "auditors and administrators work at a desk");

test("an auditor walks from a payment to the mark that earned it, draws a sample again and checks the log", async ({
  page,
}) => {
  await signIn(page, "auditor");
  await page.goto("/audit/payments?state=paid&benefit=unemployed-training");
  await page.getByRole("table", { name: "付款" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/audit\/payments\/[0-9a-f-]{36}$/u);
  const line = page.getByRole("list", { name: "从付款到依据" });
  await expect(line.getByRole("heading", { name: /笔分录，借贷相等/u })).toBeVisible();
  await expect(line.getByText("重新判定，结果一致")).toBeVisible();
  const mark = line.getByRole("button", { name: /出勤$/u }).first();
  await mark.click();
  await expect(
    line
      .getByRole("table", { name: "逐条考勤" })
      .getByText(/老师点名|扫签到码/u)
      .first(),
  ).toBeInViewport();
  await checkA11y(page);
  await screenshot(page, "audit-payment");

  await line.getByRole("link", { name: /KB\d+/u }).click();
  await expect(page.getByRole("list", { name: "从学员到资金" })).toContainText("已到账");
  await checkA11y(page);

  await page.goto("/audit/samples");
  await page.getByRole("button", { name: "随机抽样" }).first().click();
  await page.getByLabel("抽多少").fill("5");
  await page.getByLabel(/^种子/u).fill("审计局第一次抽样");
  await checkA11y(page);
  await page.getByRole("button", { name: "抽取 5 笔" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("付款抽样 5 笔");
  await page.getByRole("button", { name: "用种子重抽一遍" }).click();
  await expect(page.getByText("重抽一致")).toBeVisible();
  await page
    .getByRole("button", { name: /^登记 /u })
    .first()
    .click();
  await page.getByText("相符", { exact: true }).click();
  await page.getByRole("textbox", { name: "说明" }).fill("账、证、课三者相符");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByText("已查 1 / 5 笔")).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "audit-sample");

  await page.goto("/audit/log");
  await page.getByRole("button", { name: "从头校验一遍" }).click();
  await expect(page.getByText(/完整：.+ 条记录逐条相符/u)).toBeVisible();
  await checkA11y(page);
});

test("a figure opens the rows it was counted from", async ({ page }) => {
  await signIn(page, "auditor");
  await page.goto("/audit/statistics?measure=paid&by=town");
  await expect(page.getByRole("heading", { name: /支付金额，按镇（街道）/u })).toContainText("元");
  const table = page.getByRole("region", { name: "支付金额数据表" });
  const row = table.getByRole("row").nth(1);
  const town = (await row.getByRole("rowheader").textContent()) ?? "";
  await checkA11y(page);
  await screenshot(page, "statistics");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("支付金额明细");
  await expect(page.getByRole("table", { name: "统计明细" }).getByRole("row").nth(1)).toContainText(town.trim());
  await checkA11y(page);
  await page.goto("/audit/targets");
  // The county's first, the parts of its departments after it.
  await expect(page.getByRole("heading", { name: "补贴性培训人次" }).first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
});

test("an administrator opens an account whose first password is shown once", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/admin/accounts");
  await checkA11y(page);
  await page.getByRole("button", { name: "开通账号" }).click();
  await page.getByLabel("用户名", { exact: true }).fill("xin.caizheng");
  await page.getByLabel("姓名", { exact: true }).fill("新来的财政");
  await page.getByRole("dialog").getByLabel("角色").selectOption({ label: "财政" });
  await checkA11y(page);
  await page.getByRole("button", { name: "开通", exact: true }).click();
  await expect(page.getByText("xin.caizheng 的初始密码")).toBeVisible();
  await page.getByRole("button", { name: "已交给本人" }).click();
  await page.getByLabel("用户名或姓名开头").fill("xin.");
  await expect(page.getByRole("table", { name: "账号" })).toContainText("待设密码");
  await page.goto("/admin");
  await expect(page.getByText("还没设置自己密码的账号")).toBeVisible();
  await checkA11y(page);
});

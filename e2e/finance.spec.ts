import { expect, test, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll } from "./support/page-checks.ts";

const confirm = (page: Page, name: RegExp) => page.getByRole("dialog").getByRole("button", { name }).click();

/** Two officers pay from the earmarked account: batch, release by the second, bank file, the bank's return. */
test.describe("finance", () => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "an office's work");

  test("pays a batch that its maker can't release", async ({ page, browser }) => {
    await signIn(page, "finance");
    await page.goto("/finance");
    await expect(page.getByRole("heading", { name: "工作台" })).toBeVisible();
    await checkA11y(page);

    await page.goto("/finance/payables");
    const table = page.getByRole("table", { name: "待拨付的补贴申请" });
    const source = page.getByLabel("资金来源");
    await source.selectOption({ index: 1 });
    await expect(table.getByRole("row").nth(2)).toBeVisible();
    await checkA11y(page);
    await table.getByRole("row").nth(1).getByRole("checkbox").check();
    await table.getByRole("row").nth(2).getByRole("checkbox").check();
    await page.getByRole("button", { name: "编入批次，2 笔" }).click();
    await confirm(page, /^编批 2 笔/);
    await expect(page.getByRole("heading", { name: /^拨付批次 BF/ })).toBeVisible();
    const address = page.url();
    await page.getByRole("button", { name: "提交放款复核" }).click();
    await confirm(page, /提交放款复核/);
    await expect(page.getByText("待复核放款").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "复核放款" })).toHaveCount(0);
    await checkNoSidewaysScroll(page);

    const second = await (await browser.newContext({ baseURL: new URL(address).origin, locale: "zh-CN" })).newPage();
    await signIn(second, "finance", 1);
    await second.goto(address);
    await second.getByRole("button", { name: "复核放款" }).click();
    await expect(second.getByRole("dialog")).toContainText("记为在途");
    await confirm(second, /^放款 2 笔/);
    await expect(second.getByText("已放款").first()).toBeVisible();

    await page.reload();
    await page.getByRole("button", { name: "送银行" }).click();
    await confirm(page, /送银行/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载银行文件" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
    expect(lines.at(-1)).toContain("2 笔");

    const [paid, returned] = lines.slice(1, 3).map((line) => line.split(","));
    const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });
    const answer = [
      "付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因",
      `${paid?.[0]},${paid?.[4]},成功,${today},E2E-${paid?.[0]},`,
      `${returned?.[0]},${returned?.[4]},退回,${today},E2E-${returned?.[0]},户名不符`,
    ].join("\n");
    await page.goto("/finance/bank-returns");
    const upload = page.locator('input[type="file"]');
    const wrong = {
      name: "wrong.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(answer.replace(`,${today},`, ",昨天,")),
    };
    await upload.setInputFiles(wrong);
    await expect(page.getByText(/^第 2 行“处理日期”/u)).toBeVisible();
    await upload.setInputFiles({ name: "huidan.csv", mimeType: "text/csv", buffer: Buffer.from(answer) });
    await expect(page.getByText("1 笔").first()).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("已结清").first()).toBeVisible();
    await expect(page.getByText("户名不符")).toBeVisible();
    await checkA11y(page);
  });

  test("reads any period of any source", async ({ page }) => {
    await signIn(page, "finance");
    await page.goto("/finance/statements");
    await expect(page.getByRole("table", { name: "资金账" })).toContainText("财政专户存款");
    await checkA11y(page);
    await page.goto("/finance/sources");
    const sources = page.getByRole("table", { name: "资金来源" });
    await expect(sources).toContainText("失业保险基金");
    await expect(sources.getByRole("row").last()).toContainText("合计");
    await expect(page.getByText("相符")).toHaveCount(2);
    await checkA11y(page);
    await page.goto("/finance/clawbacks");
    await checkA11y(page);
  });

  test("sorts a list by its headings, and passes the order on by its address", async ({ page }) => {
    await signIn(page, "finance");
    await page.goto("/finance/payments");
    const table = page.getByRole("table", { name: "付款" });
    const heading = table.getByRole("columnheader", { name: "金额" });
    await expect(heading).toHaveAttribute("aria-sort", "none");
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    const largest = await table.getByRole("row").nth(1).textContent();
    await page.reload();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await expect(table.getByRole("row").nth(1)).toHaveText(largest ?? "");
    await checkA11y(page);
  });
});

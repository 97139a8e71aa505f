import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test("a school tries the advance of a training project before it asks for it, with its papers", async ({ page }) => {
  await signIn(page, "institution");
  const found = await page.request.get("/api/v1/classes?benefit=project-training&state=running");
  const { rows } = (await found.json()) as { rows: { id: string; capacity: number }[] };
  const training = rows[0];
  if (training === undefined) throw new Error("the demo county has no running class of a training project");

  await page.goto(`/institution/classes/${training.id}/subsidy`);
  await expect(page.getByRole("tab", { name: "班级补贴" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("link", { name: "申请班级补贴" }).first().click();
  await page.getByRole("radio", { name: /^预拨/u }).check();
  await page.getByLabel("项目合同金额").fill("60000");
  await expect(page.getByRole("heading", { name: /系统判定.*符合条件/u })).toBeVisible();
  await expect(page.getByText("30,000.00").first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "institution-class-claim");

  // A file's name doesn't make it a contract: the content is checked.
  const contract = page.getByLabel("项目合同", { exact: true });
  await contract.setInputFiles({ name: "合同.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html></html>") });
  await expect(page.getByRole("alert").filter({ hasText: "合同.pdf" })).toContainText("文件内容是网页文件");
  await contract.setInputFiles({
    name: "合同.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(page.getByRole("link", { name: "合同.pdf" })).toBeVisible();

  await page.getByRole("button", { name: "提交初审，30,000 元" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("30,000.00 元");
  await checkA11y(page);
  await sheet.getByRole("button", { name: "先不办" }).click();

  // The draft is still there when the page is opened again.
  await page.reload();
  await expect(page.getByLabel("项目合同金额")).toHaveValue("60000");
  await expect(page.getByRole("link", { name: "合同.pdf" })).toBeVisible();
});

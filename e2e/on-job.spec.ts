import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

interface Row {
  id: string;
  benefit: string;
  state: string;
  occupationName: string;
}

test("an enterprise asks for the cost of a training outside the catalogue, with its receipts, and the bureau reads both", async ({
  page,
  browser,
}) => {
  await signIn(page, "enterprise");
  const { rows } = (await (await page.request.get("/api/v1/classes?benefit=on-job&limit=200")).json()) as {
    rows: Row[];
  };
  const training = rows.find((row) => row.state === "completed" && row.occupationName === "无人机装调检修工");
  if (training === undefined) throw new Error("the demo county has no finished class outside the catalogue");
  const roster = (await (await page.request.get(`/api/v1/classes/${training.id}/roster`)).json()) as {
    rows: { name: string; citizenIdMasked: string; state: string }[];
  };
  const learner = roster.rows.find(({ state }) => state === "completed");
  if (learner === undefined) throw new Error("nobody finished");

  await page.goto("/enterprise/claims/new?benefit=on-job");
  await page.getByRole("searchbox", { name: "职工姓名" }).fill(learner.name);
  await page
    .getByRole("group", { name: "职工" })
    .getByRole("button", { name: new RegExp(learner.name, "u") })
    // Two of one name may work there.
    .filter({ hasText: learner.citizenIdMasked })
    .click();
  const ground = page.getByRole("radio", { name: /不在补贴目录内，按实际费用/u }).first();
  await ground.check();
  await page.getByRole("textbox", { name: "这名职工的实际培训成本" }).fill("900");
  await page.getByRole("textbox", { name: "考核费" }).fill("150");
  await expect(page.getByRole("heading", { name: /系统判定.*符合条件/u })).toBeVisible();
  await expect(page.getByText("525.00").first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await page.getByLabel("培训费、考核费票据", { exact: true }).setInputFiles({
    name: "培训费发票.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(page.getByRole("link", { name: "培训费发票.pdf" })).toBeVisible();
  await screenshot(page, "enterprise-on-job-cost");
  await page.getByRole("button", { name: "提交初审，525 元" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("525.00 元");
  await sheet.getByRole("button", { name: "提交初审，525 元" }).click();
  await expect(page).toHaveURL(/\/enterprise\/claims\/[0-9a-f-]{36}$/u);
  await expect(page.getByRole("link", { name: "培训费发票.pdf" })).toBeVisible();
  const id = page.url().split("/").at(-1) ?? "";

  // The reviewer reads what was stated beside its receipt.
  const office = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "zh-CN" });
  const desk = await office.newPage();
  await signIn(desk, "reviewer");
  await desk.goto(`/bureau/claims/${id}`);
  await desk.getByRole("tab", { name: /材料/u }).click();
  await expect(desk.getByText("实际培训成本")).toBeVisible();
  await expect(desk.getByText("900.00")).toBeVisible();
  await expect(desk.getByText("培训费发票.pdf")).toBeVisible();
  await checkA11y(desk);
  await screenshot(desk, "bureau-on-job-cost");
  await office.close();
});

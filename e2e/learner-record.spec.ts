import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

const PHOTO = {
  name: "证书.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

test("a certificate from elsewhere is handed in by photo, checked by the bureau, and counts", async ({
  page,
  baseURL,
}) => {
  // A new number in every run, since a number can be declared once.
  const number = `S000132000001205${String(Date.now()).slice(-6)}`;
  await signIn(page, "learner");
  await page.goto("/my/declared/new");
  await page.locator("input[type=file]").setInputFiles(PHOTO);
  await expect(page.getByText("已上传：证书.png")).toBeVisible();
  await page.getByRole("radio", { name: /职业技能等级证书/u }).check();
  await page.getByRole("textbox", { name: "证书编号" }).fill(number);
  await page.getByRole("combobox", { name: "职业（工种）" }).selectOption({ label: "焊工" });
  await page.getByRole("combobox", { name: "等级" }).selectOption("5");
  await page.getByRole("textbox", { name: "发证单位" }).fill("南通示例评价中心");
  const day = page.getByRole("group", { name: /发证日期/u });
  await day.getByLabel("年").fill("2026");
  await day.getByLabel("月").fill("1");
  await day.getByLabel("日").fill("15");
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-declares");
  await page.getByRole("button", { name: "报上去，请人社部门核验" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "在别处考的证书" })).toBeVisible();
  await expect(page.getByText("待核验").first()).toBeVisible();

  const reviewer = await Office.open(baseURL ?? "", "reviewer");
  const { rows } = await reviewer.read<{ rows: { id: string; number: string; hasEvidence: boolean }[] }>(
    "/api/v1/certificate-declarations?state=declared&limit=200",
  );
  const declared = rows.find((row) => row.number === number);
  expect(declared?.hasEvidence).toBe(true);
  await reviewer.send(`/api/v1/certificate-declarations/${declared?.id}/decision`, {
    verdict: "confirmed",
    reason: "联网查询核对一致",
  });
  await reviewer.close();
  await page.reload();
  await expect(page.getByText("证书已记进您的技能档案").first()).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "learner-declared");
});

test("what is kept about oneself may be said to be wrong, and is answered", async ({ page, baseURL }) => {
  await signIn(page, "learner");
  await page.goto("/my/record");
  await expect(page.getByRole("heading", { level: 1, name: "平台记着我的什么" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await page.getByRole("button", { name: "就业不对，申请更正" }).first().click();
  await expect(page.getByRole("dialog", { name: "就业不对" })).toBeVisible();
  await checkA11y(page);
  const wish = `三月起在示例纺织有限公司上班（${String(Date.now()).slice(-6)}）`;
  await page.getByLabel("哪里不对，正确的是什么").fill(wish);
  await page.getByRole("button", { name: "提出，请工作人员核实" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(wish)).toBeVisible();

  const reviewer = await Office.open(baseURL ?? "", "reviewer");
  const { rows } = await reviewer.read<{ rows: { id: string; wish: string }[] }>("/api/v1/fact-corrections?limit=200");
  await reviewer.send(`/api/v1/fact-corrections/${rows.find((row) => row.wish === wish)?.id}/decision`, {
    verdict: "declined",
    answer: "社保系统里没有查到参保，请提供劳动合同",
  });
  await reviewer.close();
  await page.reload();
  await expect(page.getByText("社保系统里没有查到参保，请提供劳动合同").first()).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "learner-record");
});

test("the degree's award begins with the diploma and says each condition", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/my/degree");
  await expect(page.getByRole("heading", { name: "先报学历，请工作人员核实" })).toBeVisible();
  await expect(page.getByText("养老保险缴费").first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-degree");
});

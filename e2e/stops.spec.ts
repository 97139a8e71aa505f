import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, screenshot } from "./support/page-checks.ts";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1_000, "officers and clerks sit at a desk");

const NOTICE = "《责令整改通知书》示人社〔2020〕12 号";
const day = (offset: number) => new Date(Date.now() + (8 + 24 * offset) * 3_600_000).toISOString().slice(0, 10);
const paper = { name: "整改通知书.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

const confirm = async (page: Page) => {
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

interface Touched {
  claimId: string;
  state: string;
  named: boolean;
}

/** A confirmed anomaly with claims at first review: one that its evidence names, and one that it only touches. */
async function aHolding(page: Page): Promise<{ anomaly: string; named: string; other: string }> {
  const { rows } = await read<{ rows: { id: string }[] }>(page, "/api/v1/anomalies?state=confirmed");
  for (const { id } of rows) {
    const touched = await read<{ rows: Touched[] }>(page, `/api/v1/anomalies/${id}/claims`);
    const waiting = touched.rows.filter((row) => row.state === "submitted");
    const named = waiting.find((row) => row.named);
    const other = waiting.find((row) => !row.named);
    if (named && other) return { anomaly: id, named: named.claimId, other: other.claimId };
  }
  throw new Error("no confirmed anomaly holds claims at first review");
}

test("a confirmed anomaly holds its claims until another officer settles it: those left out stay, the others go on", async ({
  page,
}) => {
  await signIn(page, "reviewer", 2);
  const { anomaly, named, other } = await aHolding(page);
  const address = `/bureau/anomalies?state=confirmed&case=${anomaly}`;
  await page.goto(address);
  await expect(page.getByText("由您确认，须由另一位审核人员处置")).toBeVisible();
  await expect(page.getByRole("button", { name: "处置完毕" })).toHaveCount(0);

  await signIn(page, "reviewer", 0);
  const pass = page.getByRole("button", { name: "通过，转复审" });
  const held = page.getByText("涉及已确认的疑点，处置前不能通过、核定或拨付");
  for (const claim of [named, other]) {
    await page.goto(`/bureau/first-review?case=${claim}`);
    await expect(held).toBeVisible();
    await expect(pass).toBeDisabled();
    await page.keyboard.press("p");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }

  await page.goto(address);
  await page.getByRole("button", { name: "处置完毕" }).waitFor();
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox", { checked: true }).first()).toBeVisible();
  await dialog.getByLabel("处置情况").fill("三名学员确未到课，申请剔除；其余学员电话核实在班。");
  await checkA11y(page);
  await screenshot(page, "anomaly-settled");
  await confirm(page);

  await page.goto(`/bureau/first-review?case=${named}`);
  await expect(pass).toBeDisabled();
  await page.goto(`/bureau/first-review?case=${other}`);
  await expect(pass).toBeEnabled();
  await expect(held).toHaveCount(0);
  await page.keyboard.press("p");
  await expect(dialog).toBeVisible();
});

test("a suspended school learns why, begins nothing new and loses nothing it wrote; reinstated, it goes on", async ({
  page,
  browser,
  baseURL,
}) => {
  const clerk = await (await browser.newContext({ baseURL: baseURL ?? "", locale: "zh-CN" })).newPage();
  await signIn(clerk, "institution");
  const { id } = await read<{ id: string }>(clerk, "/api/v1/me/organisation");

  await signIn(page, "reviewer", 0);
  await page.goto(`/bureau/organisations/${id}`);
  await page.getByRole("button", { name: "暂停", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const act = dialog.getByRole("button", { name: "暂停这家单位" });
  await dialog.getByLabel("依据的文件").fill(NOTICE);
  await dialog.getByLabel("理由").fill("检查发现考勤不实，限期整改");
  await expect(act).toBeDisabled();
  await dialog.locator("input[type=file]").setInputFiles(paper);
  await expect(act).toBeEnabled();
  await checkA11y(page);
  await act.click();
  await expect(page.getByText("已暂停：不能开始新的业务")).toBeVisible();
  await expect(page.getByRole("list", { name: "资格变动经过" })).toContainText("检查发现考勤不实，限期整改");

  await clerk.goto("/institution");
  await expect(clerk.getByText(/^本单位被暂停，自 \d{4}-\d\d-\d\d 起$/u)).toBeVisible();
  await expect(clerk.getByText(NOTICE)).toBeVisible();
  await expect(clerk.getByRole("link", { name: paper.name })).toBeVisible();
  await checkA11y(clerk);
  await screenshot(clerk, "institution-suspended");

  await clerk.goto("/institution/classes/new");
  await expect(clerk.getByText(/^本单位被暂停/u)).toBeVisible();
  await clerk.getByLabel("班级名称").fill("养老护理员整改后班");
  await clerk.getByLabel("补贴项目").selectOption({ label: "失业人员职业技能培训补贴（五.2）" });
  await clerk.getByLabel("职业（工种）").selectOption("4-10-01-05");
  await clerk.getByLabel("开班日期").fill(day(60));
  await clerk.getByLabel("结束日期").fill(day(80));
  await clerk.getByLabel("计划人数").fill("12");
  await clerk.getByLabel("培训计划").fill("护理基础、失能老人照护、通用素质。");
  await clerk.getByLabel("镇街").selectOption({ index: 1 });
  const save = clerk.getByRole("button", { name: "保存草稿，去排课" });
  await save.click();
  await expect(clerk.getByRole("alert").filter({ hasText: "不能新开培训班" })).toContainText("已开的班照常上课和考核");
  await expect(clerk.getByLabel("班级名称")).toHaveValue("养老护理员整改后班");

  await page.getByRole("button", { name: "恢复正常" }).click();
  await dialog.getByLabel("依据的文件").fill("《整改验收意见》示人社〔2020〕15 号");
  await dialog.getByLabel("理由").fill("整改完成，验收合格");
  await dialog.getByRole("button", { name: "恢复这家单位" }).click();
  await expect(page.getByText("已暂停：不能开始新的业务")).toHaveCount(0);
  await save.click();
  await expect(clerk).toHaveURL(/\/timetable$/u);
  await clerk.goto("/institution");
  await expect(clerk.getByRole("heading", { level: 1 })).toHaveText("工作台");
  await expect(clerk.getByText(/^本单位被暂停/u)).toHaveCount(0);
});

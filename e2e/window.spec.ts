import { makeCitizenId } from "@jinengtong/standards";
import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

const CARD = "6217001234567890120";

test("somebody without a phone is served at the window: agrees before a colleague, is enrolled, and their card kept", async ({
  page,
  baseURL,
}) => {
  const number = makeCitizenId("320699", "1957-03-08" as never, 2 * (Date.now() % 480) + 1);
  await signIn(page, "reviewer");
  await page.goto("/bureau/windows");
  await page.getByRole("button", { name: "接待一位" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("金来客");
  await dialog.getByLabel("身份号码").fill(number);
  await dialog.getByLabel("现在住的镇").selectOption({ index: 1 });
  for (const purpose of ["登记和同意", "报名", "登记收款账户", "看本人的记录"])
    await dialog.getByRole("checkbox", { name: purpose }).check();
  await checkA11y(page);
  await dialog.getByRole("button", { name: "下一步：征得本人同意" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "代金来客办理" })).toBeVisible();
  await expect(page.getByText("档案里没有手机号")).toBeVisible();
  await expect(page.getByText("同意书不够")).toBeVisible();
  await page.getByRole("button", { name: "请同事来" }).click();
  await checkA11y(page);
  await screenshot(page, "window-asked");

  const id = page.url().split("/").at(-1);
  const colleague = await Office.open(baseURL ?? "", "reviewer", 2);
  await colleague.send(`/api/v1/window-sessions/${id}/confirmation`, { present: true });
  await page.reload();
  for (const what of ["实名登记", "公示遮挡后的姓名"]) {
    const line = page.getByRole("listitem").filter({ hasText: what });
    await line.getByRole("button", { name: "本人同意" }).click();
    await expect(line.getByText("已同意")).toBeVisible();
  }
  await page.getByRole("button", { name: "报这个班" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "确认报名" }).click();
  await expect(page.getByText("待确认")).toBeVisible();
  await page.getByLabel("卡号").fill(CARD);
  await page.getByLabel("开户银行").fill("示例银行");
  if (await page.getByLabel("再输入一遍").isVisible()) await page.getByLabel("再输入一遍").fill(CARD);
  await page.getByRole("button", { name: "登记这张卡" }).click();
  await expect(page.getByRole("button", { name: "换一张卡" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "window-open");

  await page.getByRole("button", { name: "结束代办" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束代办" }).click();
  await expect(page.getByText("已结束")).toBeVisible();
  await expect(page.getByText("报名参加培训班")).toBeVisible();
  await expect(page.getByRole("button", { name: "报这个班" })).toHaveCount(0);
  await colleague.close();
});

test("a learner takes their rating back and writes another, which the bureau publishes", async ({ page, baseURL }) => {
  const learner = await Office.open(baseURL ?? "", "learner");
  const { classes } = await learner.read<{ classes: { classId: string; state: string }[] }>("/api/v1/me/home");
  const over = classes.find(({ state }) => state === "completed" || state === "closed");
  await signIn(page, "learner");
  await page.goto(`/my/classes/${over?.classId}`);
  await expect(page.getByRole("heading", { name: "评价这个班" })).toBeVisible();
  const back = page.getByRole("button", { name: "撤回评价" });
  await expect(back.or(page.getByRole("button", { name: "写评价" }))).toBeVisible();
  if (await back.isVisible()) {
    await back.click();
    await page.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
  }
  await page.getByRole("button", { name: "写评价" }).click();
  const dialog = page.getByRole("dialog");
  for (const aspect of ["讲得清楚", "动手够不够", "安排和服务", "学了用得上"])
    await dialog.getByRole("group", { name: aspect }).getByText("☆").nth(3).click();
  await dialog.getByLabel("给后来的人说几句").fill("晚上上课，不耽误白天干活");
  await checkA11y(page);
  await screenshot(page, "learner-rates");
  await dialog.getByRole("button", { name: "交评价" }).click();
  await expect(page.getByText("待公开").first()).toBeVisible();

  await signIn(page, "reviewer");
  await page.goto("/bureau/feedback?sort=-writtenAt");
  await page.getByText("晚上上课，不耽误白天干活").first().click();
  await expect(page.getByRole("article").getByText("晚上上课，不耽误白天干活")).toBeVisible();
  await page.keyboard.press("p");
  await page.getByRole("dialog").getByRole("button", { name: "公开" }).click();
  await expect(page.getByText("评价已公开")).toBeVisible();
  await page.goto(`/classes/${over?.classId}`);
  await expect(page.getByRole("heading", { name: "学员评价" })).toBeVisible();
  await expect(page.getByText("晚上上课，不耽误白天干活").first()).toBeVisible();
  await checkA11y(page);
  await learner.close();
});

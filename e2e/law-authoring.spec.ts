import { expect, test, type Browser, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";
import { startDemoCounty } from "./support/second-county.ts";

test.skip(({ isMobile }) => isMobile, "officers write policies at a desk; the walk looks at the pages at both widths");

/** A county of its own: a version published here must not decide the claims of the other journeys. */
let platform: Awaited<ReturnType<typeof startDemoCounty>>;
test.beforeAll(async () => {
  platform = await startDemoCounty(["example-2025"]);
});
test.afterAll(() => platform.stop());

async function officer(browser: Browser, ordinal: number): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.origin, locale: "zh-CN" });
  const page = await context.newPage();
  await signIn(page, "reviewer", ordinal);
  return page;
}

const saved = (page: Page) => expect(page.getByText("已保存到平台")).toBeVisible();

test("an officer writes the next version as sentences, another signs it, and the public reads it", async ({
  browser,
}) => {
  const page = await officer(browser, 0);

  // A copy of what is in force.
  await page.goto("/bureau/law");
  await page.getByRole("button", { name: "起草" }).first().click();
  await page.getByLabel("哪个政策").selectOption("example-2025");
  await page.getByLabel("草案名称").fill("明年的标准");
  await page.getByRole("button", { name: "开始起草" }).click();
  await expect(page.getByRole("heading", { name: "明年的标准" })).toBeVisible();
  await page
    .getByRole("navigation", { name: "草案的各部分" })
    .getByRole("button", { name: /创业培训/u })
    .click();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "law-editor");

  // A list changed where it stands turns worked cases at once, and is taken back.
  await expect(page.getByText("全部与预期一致")).toBeVisible();
  await page.getByRole("button", { name: /返乡创业大学生、离校未就业高校毕业生/u }).click();
  await page
    .getByRole("checkbox", { name: "登记失业人员" })
    .or(page.getByRole("button", { name: "去掉 登记失业人员" }))
    .first()
    .click();
  await expect(page.getByText(/个与预期不同/u)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^撤销/u }).click();
  await expect(page.getByText("全部与预期一致")).toBeVisible();

  // A number half typed stays half typed, says what is wrong beside it, and is mended.
  await page.getByRole("navigation", { name: "草案的各部分" }).getByRole("button", { name: "总则" }).click();
  await page.getByLabel("从哪日起的申请用这一版").fill("2026-13");
  await page.getByLabel("从哪日起的申请用这一版").fill("2025-01-01");

  // A benefit put together from blocks.
  await page.getByRole("button", { name: "加一项补贴" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("夜校培训补贴");
  await dialog.getByLabel("对象").fill("参加夜校的在职职工");
  await dialog.getByLabel("编号").fill("evening-course");
  await dialog.getByRole("button", { name: "加上，接着写条件" }).click();
  await page.getByRole("button", { name: "加一项条件" }).click();
  await page.getByRole("dialog").getByLabel("查找").fill("等级");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /没有享受过更高等级/u })
    .waitFor();
  await page.getByRole("dialog").getByLabel("查找").fill("年满");
  await page.getByRole("dialog").getByRole("button", { name: /^年龄/u }).click();
  await expect(page.getByText("1 个与预期不同")).toBeVisible();
  const years = page.getByLabel("新的条件：数值周岁");
  await years.fill("1x");
  await expect(page.getByText(/应为整数/u).first()).toBeVisible();
  await years.fill("18");
  await page.getByRole("button", { name: "符合条件：以新结果为准" }).click();
  for (let more = 0; more < 14; more += 1) await page.getByRole("button", { name: "加一个算例" }).click();
  await page.getByRole("button", { name: "全部以新结果为准" }).click();
  await expect(page.getByText("全部与预期一致")).toBeVisible();
  await page.getByLabel("金额：金额（元）").fill("800");

  // How it is asked for: in words, with what is wrong beside it; and the most that it may come to.
  await page.getByRole("button", { name: "展开修改" }).click();
  await page.getByLabel("按人还是按班").selectOption("class");
  await expect(page.getByText("按班申请的不由本人申请").first()).toBeVisible();
  await page.getByLabel("按人还是按班").selectOption("person");
  await expect(page.getByText("按班申请的不由本人申请")).toHaveCount(0);
  await page.getByRole("button", { name: "加一种材料" }).click();
  await page.getByRole("textbox", { name: "材料名称" }).fill("");
  await expect(page.getByText(/不能为空|至少/u).first()).toBeVisible();
  await page.getByRole("textbox", { name: "材料名称" }).fill("夜校结业证明");
  await expect(page.getByText("交 1 种材料", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "写一个上限" }).click();
  await page.getByRole("region", { name: "最多能有多少" }).getByLabel("金额", { exact: true }).fill("700");
  await expect(page.getByText("在任何情形下都不超过 700 元", { exact: false })).toBeVisible();
  await page.getByRole("region", { name: "最多能有多少" }).getByLabel("金额", { exact: true }).fill("800");
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "law-claiming");
  await expect(page.getByText("没有必须改的")).toBeVisible();
  await saved(page);
  await screenshot(page, "law-new-benefit");

  // Checked, proved, held against what is stored, and put before another officer.
  await page.getByRole("link", { name: "检查、影响与签发" }).click();
  await expect(page.getByText("增加夜校培训补贴")).toBeVisible();
  await page.getByRole("button", { name: "开始证明" }).click();
  await page.getByRole("button", { name: "开始测算" }).click();
  await expect(page.getByText(/共走过/u)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/共看过|笔会变/u).first()).toBeVisible({ timeout: 20_000 });
  await checkA11y(page);
  await screenshot(page, "law-steps");
  await page.getByRole("button", { name: "提交签发" }).click();
  await page.getByRole("dialog").getByLabel("说明").fill("增加一项补贴，其余不变。");
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("等另一位工作人员签发")).toBeVisible();
  await expect(page.getByRole("button", { name: "签发", exact: true })).toHaveCount(0);
  const address = page.url();

  const second = await officer(browser, 1);
  await second.goto(address);
  await expect(second.getByText("增加夜校培训补贴")).toBeVisible();
  await second.getByRole("button", { name: "签发", exact: true }).click();
  await second.getByRole("dialog").getByRole("button", { name: "签发" }).click();
  await expect(second.getByText("已签发").first()).toBeVisible();
  await second.getByRole("link", { name: "签批稿" }).click();
  await expect(second.getByText("夜校培训补贴").first()).toBeVisible();
  await screenshot(second, "law-sheet");

  // Anybody reads the new version.
  await second.goto("/policy?programme=example-2025");
  await expect(second.getByRole("main")).toContainText("夜校培训补贴");
});

test("two officers edit one draft: different places are put together, the same place is asked", async ({ browser }) => {
  const first = await officer(browser, 0);
  await first.goto("/bureau/law");
  await first.getByRole("button", { name: "起草" }).first().click();
  await first.getByLabel("哪个政策").selectOption("example-2025");
  await first.getByLabel("草案名称").fill("两人同改");
  await first.getByRole("button", { name: "开始起草" }).click();
  await expect(first.getByRole("heading", { name: "两人同改" })).toBeVisible();
  const second = await officer(browser, 1);
  await second.goto(first.url());
  // Each has read the draft before the other changes it.
  await expect(second.getByRole("heading", { name: "两人同改" })).toBeVisible();

  await first.getByLabel("名称", { exact: true }).fill("甲改的名称");
  await saved(first);
  await second.getByLabel("名称", { exact: true }).fill("乙改的名称");
  const dialog = second.getByRole("dialog");
  await expect(dialog).toContainText("甲改的名称");
  await checkA11y(second);
  await dialog.getByRole("radio", { name: /我的/u }).check();
  await dialog.getByRole("button", { name: "按所选合并并保存" }).click();
  await expect(second.getByLabel("名称", { exact: true })).toHaveValue("乙改的名称");
  await saved(second);
  // The one whose words were replaced sees it without touching anything, and who did it.
  await expect(first.getByLabel("名称", { exact: true })).toHaveValue("乙改的名称", { timeout: 25_000 });
  await expect(first.getByText(/刚改过.+已并入/u)).toBeVisible();
});

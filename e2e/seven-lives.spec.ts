import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test.use({ viewport: { width: 390, height: 844 } });

/** From the home page to an answer. */
const MOST_TAPS = 8;

const LEARN = "我想学一门手艺";
const HELD = "我已经有证书";
const lives: { life: string; taps: (string | RegExp)[]; answer: string | RegExp }[] = [
  {
    life: "a laid-off welder",
    taps: [LEARN, "没有工作，在找", "办过失业登记", /^认定过就业困难人员/u, /选好了/u, /^焊工/u],
    // 1,260 for the course, and eight days at 40.
    answer: "1,580",
  },
  {
    life: "an employed fitter with a fresh certificate",
    taps: [HELD, /^职业技能等级证书/u, /^装配钳工/u, "最近半年", /失业保险缴满一年/u],
    // Half of 1,800.
    answer: "900",
  },
  {
    life: "a daughter in her disabled father's place",
    taps: [LEARN, "没有工作，在找", /^替家里人学/u, /选好了/u, /^养老护理员/u],
    answer: /\d/u,
  },
  {
    life: "a fresh graduate",
    taps: [LEARN, "没有工作，在找", "办过失业登记", "大学毕业，还没找到工作", /选好了/u, /^焊工/u],
    answer: "1,260",
  },
  {
    life: "a low-income farmer",
    taps: [LEARN, /^种地、打零工/u, "建档立卡的低收入农户", /选好了/u, /^焊工/u],
    answer: "1,580",
  },
  { life: "a pensioner", taps: [LEARN, /每月领养老金/u], answer: "no" },
  {
    life: "the owner of a small firm",
    taps: ["我的单位能领什么", "新招了人，上岗前培训", /^10 人/u, /^焊工/u],
    // Ten times 1,260: a shortage occupation is paid in full.
    answer: "12,600",
  },
];

async function tap(page: Page, name: string | RegExp): Promise<void> {
  const main = page.getByRole("main");
  const words = typeof name === "string" ? new RegExp(`^${name}`, "u") : name;
  const found = main
    .getByRole("link", { name: words })
    .or(main.getByRole("button", { name: words }))
    .or(main.getByRole("checkbox", { name: words }));
  await found.first().click();
}

for (const { life, taps, answer } of lives)
  test(`${life}: ${taps.length} taps to ${answer === "no" ? "a plain no with the way on" : "the yuan"}`, async ({
    page,
  }) => {
    await page.goto("/");
    expect(taps.length).toBeLessThanOrEqual(MOST_TAPS);
    for (const name of taps) await tap(page, name);
    const main = page.getByRole("main");
    if (answer === "no") {
      await expect(page.getByRole("heading", { level: 1 })).toContainText("领不到补贴");
      await expect(main).toContainText("养老金");
      await expect(main.getByRole("link", { name: /^\d+$/u })).toHaveAttribute("href", /^tel:/u);
    } else {
      const sum = page.getByRole("region", { name: "金额" });
      await expect(sum).toContainText(answer);
      await expect(sum).toContainText("元");
      await expect(sum).toContainText("这样算的前提");
    }
    for (const word of ["规定课时、", "补贴标准是否", "还要知道", "parameter"])
      await expect(main).not.toContainText(word);
    await checkA11y(page);
    await checkNoSidewaysScroll(page);
    await screenshot(page, `life-${life.replaceAll(/\W+/gu, "-")}`);
  });

test("a trade on the home page leads to its questions, and a reload keeps what was answered", async ({ page }) => {
  await page.goto("/");
  const tile = page.getByRole("link", { name: /^焊工/u });
  await expect(tile).toContainText("1,260");
  await expect(tile).toContainText("紧缺");
  await tile.click();
  await tap(page, "没有工作，在找");
  await expect(page.getByRole("heading", { name: "下面有您的情况吗？" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "下面有您的情况吗？" })).toBeVisible();
  await tap(page, "都没有");
  await expect(page.getByRole("region", { name: "金额" })).toContainText("1,260");
  await page.reload();
  await expect(page.getByRole("region", { name: "金额" })).toContainText("1,260");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "下面有您的情况吗？" })).toBeVisible();
});

test("trades are found by people's words, and one that isn't listed is said to be so", async ({ page }) => {
  await page.goto("/benefits?door=learn");
  await tap(page, "没有工作，在找");
  await tap(page, "都没有");
  await page.getByRole("searchbox").fill("烧菜");
  await expect(page.getByRole("button", { name: /^中式烹调师/u })).toBeVisible();
  await expect(page.getByRole("button", { name: /^焊工/u })).toHaveCount(0);
  await screenshot(page, "trades-search");
  await tap(page, "这里没有我要的");
  await expect(page.getByRole("main")).toContainText("没有列在本地的补贴目录里");
});

test("a learner who opens the root address has the one open task on top, with its sum", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/");
  const task = page.getByRole("complementary", { name: "等您办的事" });
  await expect(task).toContainText("您好");
  await expect(task.getByRole("link", { name: "我的首页" })).toHaveAttribute("href", "/my");
  await checkA11y(page);
  await screenshot(page, "home-learner");
});

import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

interface Filing {
  id: string;
  name: string;
  occupation: string;
  occupationName: string;
  level: number;
}

test("a class is chosen by what it pays", async ({ page }) => {
  await page.goto("/classes");
  await expect(page.getByText("可补").first()).toBeVisible();
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await expect(page.getByText("符合条件的，学完并通过考核后补")).toBeVisible();
  await expect(page.getByText("补贴以后您自付")).toBeVisible();
  await expect(page.getByRole("heading", { name: "学些什么" })).toBeVisible();
  await expect(page.getByText("要带什么")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^0513/u })).toHaveAttribute("href", /^tel:0513/u);
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "class-money");
  const address = page.url();
  await signIn(page, "learner");
  await page.goto(address);
  await expect(page.getByText(/按您的记录|核实以后|为整个班申请/u).first()).toBeVisible();
  await page.getByRole("button", { name: "报名这个班" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "class-enrol");
});

test("an empty search leads to the waiting list, and whoever waits is told when a class opens", async ({
  page,
  baseURL,
}) => {
  const reviewer = await Office.open(baseURL ?? "", "reviewer");
  const { rows } = await reviewer.read<{ rows: Filing[] }>("/api/v1/classes?state=submitted&limit=50");
  let filing: Filing | undefined;
  for (const each of rows) {
    const { rows: trades } = await reviewer.read<{ rows: Filing[] }>(
      `/api/v1/trades?q=${encodeURIComponent(each.occupationName)}`,
    );
    if (trades.some(({ occupation, level }) => occupation === each.occupation && level === each.level)) filing ??= each;
  }
  expect(filing).toBeDefined();
  if (filing === undefined) return;

  await signIn(page, "learner");
  await page.goto(`/classes?q=${encodeURIComponent(filing.occupationName)}&meets=evening`);
  await expect(page.getByText("没有符合的班")).toBeVisible();
  const trade = page.getByRole("listitem").filter({ hasText: "每人补" }).filter({ hasText: filing.occupationName });
  await expect(trade.first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "class-none");
  for (const button of await trade.getByRole("button", { name: "有班时告诉我" }).all()) {
    await button.click();
    await page.getByRole("dialog").getByRole("button", { name: "同意，有班时告诉我" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await page.goto("/my/wishes");
  await expect(page.getByText("在等").first()).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "learner-wishes");

  await reviewer.send(`/api/v1/classes/${filing.id}/decision`, { verdict: "approve" });
  await page.goto("/my/messages");
  await expect(page.getByText(`有班了：“${filing.name}”`).first()).toBeVisible();
  await page.goto("/my/wishes");
  await page.getByRole("link", { name: "看这个班" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: filing.name })).toBeVisible();
  await reviewer.close();
});

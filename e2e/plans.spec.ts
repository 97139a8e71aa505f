import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

const YEAR = new Date().getFullYear();

test("places of a named plan are proposed by one officer, released by another, and stand in the table", async ({
  page,
}, info) => {
  // More than the classes approved already hold; each project proposes a number of its own.
  const places = info.project.name === "phone" ? 5061 : 5060;
  await signIn(page, "reviewer", 0);
  await page.goto("/bureau/plans");
  await page.getByRole("button", { name: "下达名额" }).click();
  const dialog = page.getByRole("dialog", { name: `下达 ${YEAR} 年名额` });
  await dialog.getByLabel("专项计划").selectOption({ index: 3 });
  await dialog.getByLabel("名额数").fill(String(places));
  await dialog.getByLabel("理由或文件").fill("年度计划追加");
  await screenshot(page, "plan-places-proposed");
  await dialog.getByRole("button", { name: "提出" }).click();
  await expect(page.getByText("已提出，等另一位人员下达")).toBeVisible();
  const waiting = page.getByRole("listitem").filter({ hasText: `${places} 个名额` });
  await expect(waiting).toBeVisible();
  await expect(waiting.getByRole("button", { name: "下达" })).toHaveCount(0);

  await signIn(page, "reviewer", 1);
  await page.goto("/bureau/plans");
  await waiting.getByRole("button", { name: "下达" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(`${places} 个名额`);
  await sheet.getByRole("button", { name: "下达" }).click();
  await expect(waiting).toHaveCount(0);
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "plan-places");
});

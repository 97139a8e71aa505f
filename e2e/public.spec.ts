import { expect, test } from "@playwright/test";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test("without a way in, the ways in are shown; the answer leads to the clause", async ({ page }) => {
  await page.goto("/benefits");
  await checkA11y(page);
  await page.getByRole("link", { name: /^我想学一门手艺/u }).click();
  await checkA11y(page);
  await screenshot(page, "benefits-question");
  await page.getByRole("button", { name: "没有工作，在找" }).click();
  await page.getByRole("button", { name: "都没有" }).click();
  await checkA11y(page);
  await screenshot(page, "benefits-trades");
  await page.getByRole("button", { name: /^焊工/u }).click();
  await page.getByRole("region", { name: "金额" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/policy#/u);
  await expect(page.getByRole("heading", { name: "政策说明" })).toBeVisible();
});

test("a class is found, read and leads to registration", async ({ page }) => {
  await page.goto("/classes");
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "classes");
  await page.getByRole("searchbox").fill("没有这样的班");
  await expect(page.getByText("没有符合的班")).toBeVisible();
  await page.getByRole("button", { name: "清除条件" }).click();
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "什么时候上课" })).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "class");
  await page.getByRole("link", { name: "第一次来，先注册" }).click();
  await expect(page).toHaveURL(/\/register\?return=/u);
  await page.getByLabel("身份证号").fill("320682196510150000");
  await page.getByLabel("姓名").click();
  await expect(page.getByRole("alert")).toContainText("校验不通过");
  await checkA11y(page);
  await screenshot(page, "register");
});

test("a certificate is verified by its number, and an unknown one is said to be so", async ({ page, request }) => {
  await page.goto("/certificates");
  await checkA11y(page);
  await page.getByLabel("证书编号").fill("2020XX0000000000");
  await page.getByRole("button", { name: "查这本证书" }).click();
  await expect(page.getByText("没有查到这本证书")).toBeVisible();
  const learner = await request.post("/api/v1/session", {
    data: { username: "learner", password: "Shili-2026-peixun" },
  });
  expect(learner.ok()).toBe(true);
  const { rows } = (await (await request.get("/api/v1/me/certificates")).json()) as { rows: { serial: string }[] };
  await page.goto(`/verify?number=${rows[0]?.serial}`);
  await expect(page.getByText("真实有效")).toBeVisible();
  await expect(page.getByText("李*梅")).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "certificate");
});

test("anybody may object to what is publicised", async ({ page, isMobile }) => {
  await page.goto("/publicity");
  const row = isMobile ? 0 : 1;
  const button = page
    .getByRole("button", { name: /提异议/u })
    .and(page.locator(":visible"))
    .nth(row);
  await expect(button).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "publicity");
  await button.click();
  await page.getByLabel("哪里不对").fill("开班那几天这个人在外地，没有来上课。");
  await checkA11y(page);
  await page.getByRole("button", { name: "提交异议，暂停发放" }).click();
  await expect(page.getByText("异议已收到")).toBeVisible();
  await screenshot(page, "objection");
});

test("lists, fund use, policy and the other pages read well", async ({ page, isMobile }) => {
  for (const [path, heading] of [
    ["/lists", "公布的目录"],
    ["/lists?list=institutions", "公布的目录"],
    ["/fund", "资金去向"],
    ["/policy", "政策说明"],
    ["/privacy", "您的个人信息"],
    ["/trial/outbox", "试用环境的短信"],
    ["/no-such-page", "没有这个页面"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText("正在读取…")).toHaveCount(0);
    await checkNoSidewaysScroll(page);
    // Both widths show the same page, so accessibility is checked once.
    if (isMobile) await checkA11y(page);
  }
});

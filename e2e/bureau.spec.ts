import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1024, "officers sit at a desk");

const heading = (page: Page) => page.getByRole("region", { name: "办理" }).getByRole("heading", { level: 2 });
const confirm = async (page: Page) => {
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

test("a claim is passed by keyboard, refused to the same officer at second review, and approved by another", async ({
  page,
}) => {
  await signIn(page, "reviewer", 0);
  await page.goto("/bureau");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("工作台");
  await checkA11y(page);
  await page.getByRole("link", { name: /待初审补贴/u }).click();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText("系统判定", { exact: false }).first()).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "bureau-first-review");

  const first = await heading(page).textContent();
  await page.keyboard.press("j");
  await expect(heading(page)).not.toHaveText(first ?? "");
  // A claim with an objection or a held anomaly can't be passed; take one that can.
  const pass = page.getByRole("button", { name: "通过，转复审" });
  for (let n = 0; n < 20 && (await pass.isDisabled()); n += 1) {
    const before = page.url();
    await page.keyboard.press("j");
    await expect(page).not.toHaveURL(before);
    await pass.waitFor();
  }
  await page.keyboard.press("3");
  await expect(page.getByRole("tab", { name: "证书" })).toHaveAttribute("aria-selected", "true");
  const name = (await heading(page).textContent()) ?? "";
  const id = new URL(page.url()).searchParams.get("case") ?? "";
  await page.keyboard.press("p");
  await checkA11y(page);
  await confirm(page);
  await expect(heading(page)).not.toHaveText(name);

  await page.goto(`/bureau/second-review?case=${id}`);
  await expect(heading(page)).toHaveText(name);
  await expect(page.getByText("您不能复审这一笔")).toBeVisible();
  await expect(page.getByRole("button", { name: "复审通过" })).toBeDisabled();
  await page.keyboard.press("p");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await checkA11y(page);
  await screenshot(page, "bureau-own-first-review");

  await signIn(page, "reviewer", 1);
  await page.goto(`/bureau/second-review?case=${id}`);
  await expect(heading(page)).toHaveText(name);
  await page.keyboard.press("p");
  await confirm(page);
  await page.goto(`/bureau/claims/${id}`);
  await expect(page.getByText("待公示")).toBeVisible();
  await checkA11y(page);
  await page.getByRole("link", { name: "审批表" }).click();
  await expect(page.getByRole("heading", { name: "职业技能培训补贴审批表" })).toBeVisible();
});

test("a class filing is returned with what is to be put right", async ({ page }) => {
  await signIn(page, "reviewer", 0);
  await page.goto("/bureau/filings");
  await expect(page.getByText("系统检查")).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "bureau-filings");
  const id = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/classes/queue?limit=1");
    return ((await answer.json()) as { rows: { id: string }[] }).rows[0]?.id ?? "";
  });
  await page.goto(`/bureau/filings?case=${id}`);
  await expect(heading(page)).toBeVisible();
  await page.keyboard.press("r");
  await page.getByLabel("需要补正的内容").fill("实操课时比例不足，请调整课表。");
  await confirm(page);
  await page.goto(`/bureau/classes/${id}?tab=history`);
  await expect(page.getByRole("region", { name: "经过" })).toContainText("实操课时比例不足");
  await checkA11y(page);
});

test("an objection is answered by an officer who reviewed nothing of it", async ({ page }) => {
  const listed = await page.request.get("/api/v1/publicity?limit=1");
  const claim = ((await listed.json()) as { rows: { id: string; number: string }[] }).rows[0];
  const raised = await page.request.post(`/api/v1/publicity/${claim?.id}/objections`, {
    headers: { "idempotency-key": "bureau-journey-objection" },
    data: { text: "没有见过这名学员来上课，请核查考勤是否真实。" },
  });
  expect(raised.ok(), await raised.text()).toBe(true);
  const { id } = (await raised.json()) as { id: string };
  const address = `/bureau/objections?sort=-raisedAt&case=${id}`;

  await signIn(page, "reviewer", 0);
  await page.goto(address);
  await expect(page.getByText("您审核过这笔申请，异议须由没有参与审核的人员答复。")).toBeVisible();
  await checkA11y(page);

  await signIn(page, "reviewer", 2);
  await page.goto(address);
  await expect(page.getByText("没有见过这名学员来上课").first()).toBeVisible();
  await screenshot(page, "bureau-objections");
  await page.getByRole("button", { name: "核查并答复" }).waitFor();
  await page.keyboard.press("a");
  await page.getByRole("radio", { name: "不成立", exact: true }).check();
  await page.getByLabel("答复内容").fill("已核对逐课签到、设备和教师点名记录，学员全程在班。");
  await checkA11y(page);
  await confirm(page);
  await page.goto(`${address}&open=false`);
  await expect(page.getByText("已答复：不成立")).toBeVisible();
});

import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";

const OFFLINE = "您的设备没有连上网络";

const read = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;

/** Acts in the open sheet without a network, is told at once, cancels, and comes back online long enough for anything queued to fire. */
async function actOfflineAndCancel(page: Page, act: RegExp): Promise<void> {
  const sheet = page.getByRole("dialog");
  await page.context().setOffline(true);
  await sheet.getByRole("button", { name: act }).click();
  await expect(sheet.getByText(OFFLINE)).toBeVisible();
  await sheet.getByRole("button", { name: "先不办" }).click();
  await expect(sheet).toHaveCount(0);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await page.context().setOffline(false);
  await page.waitForTimeout(1_500);
  expect(sent).toEqual([]);
}

test.describe("an act cancelled without a network never happens", () => {
  test("a learner keeps the claim", async ({ page }) => {
    await signIn(page, "learner");
    const { rows } = await read<{ rows: { id: string; state: string }[] }>(page, "/api/v1/me/claims");
    const claim = rows.find(({ state }) => ["prepared", "submitted"].includes(state));
    await page.goto(`/my/claims/${claim?.id}`);
    await page.getByRole("button", { name: /^(?:我不要这笔补贴|撤回申请)$/u }).click();
    await page.getByRole("dialog").getByLabel("为什么").fill("点错了，再想一想");
    await actOfflineAndCancel(page, /^(?:放弃这笔补贴|撤回申请)$/u);
    await page.reload();
    const after = await read<{ claim: { state: string } }>(page, `/api/v1/claims/${claim?.id}`);
    expect(after.claim.state).toBe(claim?.state);
  });

  test("an officer passes nothing", async ({ page }) => {
    test.skip((page.viewportSize()?.width ?? 0) < 1_000, "officers sit at a desk");
    await signIn(page, "reviewer", 0);
    await page.goto("/bureau/first-review");
    const pass = page.getByRole("button", { name: "通过，转复审" });
    await pass.waitFor();
    for (let n = 0; n < 20 && (await pass.isDisabled()); n += 1) {
      const before = page.url();
      // A key that comes while the next case is being drawn is pressed again.
      await expect(async () => {
        await page.keyboard.press("j");
        await expect(page).not.toHaveURL(before, { timeout: 2_000 });
      }).toPass();
      await pass.waitFor();
    }
    const id = new URL(page.url()).searchParams.get("case") ?? "";
    await pass.click();
    await actOfflineAndCancel(page, /通过/u);
    expect(await read(page, `/api/v1/claims/${id}`)).toMatchObject({ claim: { state: "submitted" } });
  });

  test("a finance officer makes no batch", async ({ page }) => {
    test.skip((page.viewportSize()?.width ?? 0) < 1_000, "an office's work");
    await signIn(page, "finance");
    const batches = () => read<{ rows: { id: string }[] }>(page, "/api/v1/payment-batches?limit=200");
    const before = await batches();
    await page.goto("/finance/payables");
    await page.getByLabel("资金来源").selectOption({ index: 1 });
    await page.getByRole("table", { name: "待拨付的补贴申请" }).getByRole("row").nth(1).getByRole("checkbox").check();
    await page.getByRole("button", { name: "编入批次，1 笔" }).click();
    await actOfflineAndCancel(page, /^编批 1 笔/u);
    expect((await batches()).rows.length).toBe(before.rows.length);
  });
});

import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { checkA11y, checkNoSidewaysScroll, darkFlaws, screenshot } from "./support/page-checks.ts";

/** A device with a Chinese voice, which remembers what it was told to say. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { lang: "zh-CN", localService: true, name: "Test", default: true, voiceURI: "test" };
    Object.assign(globalThis, {
      said,
      SpeechSynthesisUtterance: class extends EventTarget {
        voice: unknown = null;
        lang = "";
        rate = 1;
        text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    });
    Object.defineProperty(globalThis, "speechSynthesis", {
      configurable: true,
      value: {
        getVoices: () => [voice],
        speak: ({ text }: { text: string }) => said.push(text),
        cancel: () => undefined,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      },
    });
  });
}

test("长辈版 has a few doors, one thing on a page and a way home, and is remembered", async ({ page }) => {
  await giveVoice(page);
  await signIn(page, "learner");
  await page.goto("/my/me");
  await page.getByRole("button", { name: "换成长辈版" }).click();
  await page.goto("/my");
  const doors = page.getByRole("navigation", { name: "常用" }).getByRole("link");
  await expect(doors).toHaveCount(4);
  await expect(doors.last()).toHaveAttribute("href", /^tel:\d+$/u);
  await expect(page.getByRole("navigation", { name: "我的页面" })).toBeHidden();
  const actions = await page.locator("main").getByRole("link").or(page.locator("main").getByRole("button")).count();
  expect(actions).toBeLessThanOrEqual(8);
  const places = await doors.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
  expect(Math.min(...places)).toBeGreaterThan(90);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await checkNoSidewaysScroll(page);
  }
  await checkA11y(page);
  expect(await darkFlaws(page)).toEqual([]);
  await screenshot(page, "elder-home");
  for (const [name, heading] of [
    ["我的课", "我的课"],
    ["我的钱", "我的钱"],
    ["我的证", "我的证"],
  ] as const) {
    await doors.filter({ hasText: name }).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await checkA11y(page);
    await checkNoSidewaysScroll(page);
    await screenshot(page, `elder-${heading}`);
    await page.getByRole("link", { name: "回首页" }).click();
  }
  // The rest of a claim is there when it is asked for.
  await doors.filter({ hasText: "我的钱" }).click();
  await page.locator("main").getByRole("link", { name: /补贴/u }).first().click();
  const reasons = page.getByRole("heading", { name: /^(?:为什么能领|逐条核对)$/u });
  await expect(page.getByText("办到哪一步")).toBeVisible();
  await expect(reasons).toHaveCount(0);
  await page.getByRole("button", { name: "看为什么、怎么算的" }).click();
  await expect(reasons).toBeVisible();
  await page.goto("/my");
  await page.getByRole("button", { name: "换回普通版" }).click();
  await expect(page.getByRole("heading", { name: "下一步" }).or(page.getByText("我的补贴")).first()).toBeVisible();
});

test("a page is read aloud where the device has a voice, without its buttons", async ({ page }) => {
  await giveVoice(page);
  await signIn(page, "learner");
  await page.goto("/my/entitlements");
  await page.getByRole("button", { name: "读给我听" }).click();
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  expect(said.join("")).toContain("按我的记录，能领什么");
  expect(said.join("")).not.toContain("读给我听");
  expect(Math.max(...said.map((piece) => piece.length))).toBeLessThanOrEqual(120);
  await page.getByRole("button", { name: "别读了" }).click();
  await expect(page.getByRole("button", { name: "读给我听" })).toBeVisible();
});

test("nothing is offered where the device has no Chinese voice", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "speechSynthesis", { configurable: true, value: undefined });
  });
  await signIn(page, "learner");
  await page.goto("/my/entitlements");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "读给我听" })).toHaveCount(0);
});

test("dark is a choice that is remembered, and follows the device without one", async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
  await screenshot(page, "home-dark");
  await page.getByRole("button", { name: "浅色" }).click();
  await expect.poll(ground).toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("button", { name: "深色" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "深色" })).toHaveAttribute("aria-pressed", "true");
  expect(await ground()).not.toBe(light);
  await checkA11y(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(24, 34, 36)");
});

test("a certificate is a sheet to show, with its trade and the code to scan", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/my/file");
  await page.getByRole("link", { name: /（/u }).first().click();
  await expect(page.getByText("扫码核验真伪")).toBeVisible();
  await checkA11y(page);
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await checkNoSidewaysScroll(page);
    await screenshot(page, `certificate-${width}`);
  }
  expect(await darkFlaws(page)).toEqual([]);
});

test("登录 is on the phone's header", async ({ page, isMobile }) => {
  test.skip(!isMobile, "it always was on wide screens");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expect(page.locator("header").getByRole("link", { name: "登录" })).toBeVisible();
  await checkNoSidewaysScroll(page);
  await screenshot(page, "public-header-320");
});

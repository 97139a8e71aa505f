import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { changingBuild } from "./support/changing-build.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

test.use({ serviceWorkers: "allow" });

/** Addresses of the answers that the device keeps. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("kept-"));
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });

const isControlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

interface Home {
  classes: { classId: string; state: string; name: string }[];
}

/** A learner's home, long enough for the device to have kept what is promised. Returns the running class. */
async function homeKept(page: Page): Promise<string> {
  await page.goto("/my");
  await expect.poll(() => isControlled(page), { timeout: 30_000 }).toBe(true);
  await expect.poll(() => kept(page), { timeout: 30_000 }).toContain("/api/v1/me/skills-file");
  const home = (await (await page.request.get("/api/v1/me/home")).json()) as Home;
  return home.classes.find((one) => one.state === "running")?.classId ?? "";
}

test("timetable, certificates and an opened document are there without a network", async ({
  page,
  context,
  isMobile,
}) => {
  await signIn(page, "learner");
  const classId = await homeKept(page);
  const { courses } = (await (await page.request.get(`/api/v1/classes/${classId}/lessons`)).json()) as {
    courses: { lessons: { id: string; kind: string; title: string }[] }[];
  };
  const lesson = courses.flatMap((one) => one.lessons).find((one) => one.kind === "document");
  await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
  // Seen as it was printed once: a phone begins with the text, and brings what draws pages when it is asked for.
  await page.getByRole("tab", { name: "原样" }).click();
  await expect(page.locator("canvas").first()).toBeVisible();
  await expect.poll(() => kept(page), { timeout: 30_000 }).toContain(`/api/v1/lessons/${lesson?.id}/content`);
  await expect
    .poll(async () => (await kept(page)).some((path) => path.endsWith("/pdf")), { timeout: 30_000 })
    .toBe(true);
  await context.setOffline(true);
  for (const [address, heading] of [
    ["/my", /您好/u],
    [`/my/classes/${classId}`, /第 \d+ 期|班/u],
    ["/my/file", "我的技能档案"],
    [`/my/classes/${classId}/lessons/${lesson?.id}`, lesson?.title ?? ""],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
    await expect(page.getByText(/没有网络。看过的内容还在（\d{4}-\d{2}-\d{2} \d{2}:\d{2} 存的）/u)).toBeVisible();
  }
  await expect(page.getByText("没有网络，现在看不计学时")).toBeVisible();
  if (!isMobile) await page.getByRole("tab", { name: "文字" }).click();
  await expect(page.getByText("1. 与用人单位建立劳动关系，应当订立书面劳动合同。")).toBeVisible();
  await page.getByRole("tab", { name: "原样" }).click();
  await expect(page.locator("canvas").first()).toBeVisible();
  await checkNoSidewaysScroll(page);
  await checkA11y(page);
  await screenshot(page, "offline-document");
  // A page that was never opened is the app's own word, not the browser's.
  await page.goto("/my/payee");
  await expect(page.getByText(/没有连上网络|没有网络/u).first()).toBeVisible();
  await context.setOffline(false);
});

test("an act without a network is refused in words, and keeps what was typed", async ({ page, context }) => {
  await signIn(page, "learner");
  await homeKept(page);
  const { rows } = (await (await page.request.get("/api/v1/me/claims")).json()) as {
    rows: { id: string; state: string }[];
  };
  const claim = rows.find(({ state }) => ["prepared", "submitted"].includes(state));
  await page.goto(`/my/claims/${claim?.id}`);
  await page.getByRole("button", { name: /^(?:我不要这笔补贴|撤回申请)$/u }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("为什么").fill("想换一张卡再办");
  await context.setOffline(true);
  await sheet.getByRole("button", { name: /^(?:放弃这笔补贴|撤回申请)$/u }).click();
  await expect(sheet.getByText("您的设备没有连上网络")).toBeVisible();
  await expect(sheet.getByLabel("为什么")).toHaveValue("想换一张卡再办");
  await context.setOffline(false);
});

test("signing out leaves nothing to the next person on the phone", async ({ page, context }) => {
  await signIn(page, "learner");
  await homeKept(page);
  await page
    .getByRole("button", { name: /李春梅|▾|下/u })
    .first()
    .click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect.poll(() => kept(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto("/my");
  await expect(page.getByText(/没有连上网络|没有网络/u).first()).toBeVisible();
  await expect(page.getByText("李春梅")).toHaveCount(0);
  await context.setOffline(false);
});

test("an answer for somebody else ends what was kept, however the account changed", async ({ page }) => {
  await signIn(page, "learner");
  await homeKept(page);
  // Signed in as another behind the page's back, as in another tab.
  await signIn(page, "institution");
  await page.goto("/institution");
  await expect.poll(() => kept(page)).toEqual([]);
});

test("a new version is offered; the page goes on with the old one until then", async ({ page, baseURL }) => {
  const build = await changingBuild(baseURL ?? "");
  const versions = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("files-")));
  try {
    await page.goto(`${build.origin}/sign-in`);
    await expect.poll(() => isControlled(page), { timeout: 30_000 }).toBe(true);
    const [before] = await versions();
    build.change();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText("平台更新了")).toBeVisible({ timeout: 20_000 });
    // A page of the new build under the old worker works.
    await page.goto(`${build.origin}/classes`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("平台更新了")).toBeVisible({ timeout: 20_000 });
    await checkA11y(page);
    await screenshot(page, "new-version");
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "换上新版本" }).click();
    await reloaded;
    await expect.poll(versions).not.toContain(before);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  } finally {
    await build.close();
  }
});

test("a full disk is told, and the app goes on", async ({ page, baseURL }) => {
  await signIn(page, "learner");
  await page.goto("/my");
  await expect.poll(() => isControlled(page), { timeout: 30_000 }).toBe(true);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: baseURL ?? "", quotaSize: 1 });
  await expect(page.getByText("手机存储满了")).toBeVisible({ timeout: 30_000 });
  await checkA11y(page);
  await page.getByRole("button", { name: "知道了" }).click();
  await page.goto("/my/claims");
  await expect(page.getByRole("heading", { name: "我的补贴" })).toBeVisible();
});

test("the app can be installed, under the county's name", async ({ page, request }) => {
  await page.goto("/sign-in");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = (await (await request.get(address ?? "")).json()) as {
    name: string;
    start_url: string;
    icons: { src: string }[];
  };
  expect(manifest.name).not.toContain("{{");
  expect(manifest.start_url).toBe("/my");
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200);
});

import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { openSession } from "./support/open-session.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

interface Home {
  classes: { classId: string; state: string; enrolment: string }[];
}

test("a learner signs in to a session by the code on the teacher's screen", async ({ page, baseURL }) => {
  await page.goto("/sign-in");
  await page.getByLabel("手机号或用户名").fill("learner");
  await page.getByLabel("密码", { exact: true }).fill("Shili-2026-peixun");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "李春梅，您好" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "下一步" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-home");

  const home = (await (await page.request.get("/api/v1/me/home")).json()) as Home;
  const running = home.classes.find((one) => one.state === "running" && one.enrolment === "enrolled");
  expect(running).toBeDefined();
  const institution = await Office.open(baseURL ?? "", "institution");
  const { sessions } = await institution.read<{ sessions: Parameters<typeof openSession>[0] }>(
    `/api/v1/classes/${running?.classId}/sessions`,
  );
  const sessionId = openSession(sessions)?.id ?? "";
  await page.goto(`/my/sign-in/${sessionId}`);
  await page.getByLabel("或者输入签到码").fill("0000");
  await page.getByRole("button", { name: "用签到码签到" }).click();
  await expect(page.getByRole("alert")).toContainText("签到码不正确或已过期");
  await checkA11y(page);
  const { code } = await institution.read<{ code: string }>(`/api/v1/sessions/${sessionId}/code`);
  await page.getByLabel("或者输入签到码").fill(code);
  await page.getByRole("button", { name: "用签到码签到" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^签到成功/u })).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "learner-signed-in");
  await institution.close();
});

test("what is watched of a lesson is credited by the server", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/my/classes");
  await checkA11y(page);
  const home = (await (await page.request.get("/api/v1/me/home")).json()) as Home;
  const classId = home.classes.find((one) => one.state === "running")?.classId ?? "";
  await page.goto(`/my/classes/${classId}`);
  await expect(page.getByRole("heading", { name: "网上课程" })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-class");
  const { courses } = (await (await page.request.get(`/api/v1/classes/${classId}/lessons`)).json()) as {
    courses: { lessons: { id: string; kind: string; progress: { completed: boolean } }[] }[];
  };
  const lessons = courses.flatMap((course) => course.lessons);
  const video = lessons.find((one) => one.kind === "video" && !one.progress.completed) ?? lessons[0];
  const beats = page.waitForResponse((answer) => answer.url().endsWith("/beats") && answer.ok(), { timeout: 25_000 });
  await page.goto(`/my/classes/${classId}/lessons/${video?.id}`);
  await page.getByRole("button", { name: /播放/u }).first().click();
  const credited = (await (await beats).json()) as { creditedMs: number };
  expect(credited.creditedMs).toBeGreaterThan(0);
  await expect(page.getByText(/^已计/u)).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "learner-lesson");
  for (const kind of ["document", "quiz"]) {
    const lesson = lessons.find((one) => one.kind === kind);
    await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
    await expect(
      kind === "quiz" ? page.getByText(/分合格/u).first() : page.locator("canvas, #lesson-text").first(),
    ).toBeVisible();
    await checkA11y(page);
    await checkNoSidewaysScroll(page);
    await screenshot(page, `learner-${kind}`);
  }
});

test("a lesson pauses while its page is hidden, and nothing watched is lost", async ({ page, isMobile }) => {
  test.skip(isMobile, "the same player");
  await signIn(page, "learner");
  const home = (await (await page.request.get("/api/v1/me/home")).json()) as Home;
  const classId = home.classes.find((one) => one.state === "running")?.classId ?? "";
  const { courses } = (await (await page.request.get(`/api/v1/classes/${classId}/lessons`)).json()) as {
    courses: { lessons: { id: string; kind: string; progress: { completed: boolean } }[] }[];
  };
  const video = courses.flatMap((one) => one.lessons).find((one) => one.kind === "video" && !one.progress.completed);
  await page.goto(`/my/classes/${classId}/lessons/${video?.id}`);
  const show = (state: "visible" | "hidden") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  const isPaused = () => page.locator("video").evaluate((element) => (element as HTMLVideoElement).paused);
  const beats = () => page.waitForResponse((answer) => answer.url().endsWith("/beats") && answer.ok());
  await page.getByRole("button", { name: /播放/u }).first().click();
  await expect.poll(isPaused).toBe(false);
  await page.waitForTimeout(3_000);
  const first = beats();
  await show("hidden");
  await expect.poll(isPaused).toBe(true);
  const before = (await (await first).json()) as { furthestMs: number };
  await show("visible");
  const second = beats();
  await page.getByRole("button", { name: "继续播放" }).click();
  const after = (await (await second).json()) as { furthestMs: number };
  expect(after.furthestMs).toBeGreaterThan(before.furthestMs);
  await expect(page.getByText(/已退回/u)).toHaveCount(0);
});

test("a prepared claim is checked, confirmed and followed", async ({ page }) => {
  await signIn(page, "learner");
  await page.goto("/my/claims");
  await expect(page.getByRole("heading", { name: "我的补贴" })).toBeVisible();
  await checkA11y(page);
  const { rows } = (await (await page.request.get("/api/v1/me/claims")).json()) as {
    rows: { id: string; state: string }[];
  };
  const claim = rows.find((one) => one.state === "prepared") ?? rows.find((one) => one.state === "submitted");
  await page.goto(`/my/claims/${claim?.id}`);
  await expect(page.getByRole("heading", { name: "为什么能领" })).toBeVisible();
  await expect(page.getByText("满足").first()).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-claim");
  if (claim?.state === "prepared") {
    await page.getByRole("button", { name: "核对好了，去确认" }).click();
    await expect(page.getByText("示例农村商业银行")).toBeVisible();
    await checkA11y(page);
    await page.getByRole("button", { name: "确认领取" }).click();
  }
  await expect(page.getByText("已提交").first()).toBeVisible();
  const way = page.getByRole("list", { name: "办理进度" });
  await expect(way.getByRole("listitem").filter({ hasText: "人社部门，10 个工作日内" })).toContainText("最迟");
  await expect(way).toContainText("拨付到账");
  await screenshot(page, "learner-claim-confirmed");
});

test("the skills file and everything about oneself", async ({ page, isMobile }) => {
  await signIn(page, "learner");
  await page.goto("/my/me");
  await expect(page.getByText("档案序号")).toBeVisible();
  await checkA11y(page);
  for (const [path, heading] of [
    ["/my/file", "我的技能档案"],
    ["/my/record", "平台记着我的什么"],
    ["/my/declared", "在别处考的证书"],
    ["/my/degree", "学历提升奖励"],
    ["/my/groups", "身份类别"],
    ["/my/contact", "手机号和住址"],
    ["/my/consents", "我的同意"],
    ["/my/looked", "谁看过我的信息"],
    ["/my/messages", "消息"],
    ["/my/security", "登录设备和密码"],
    ["/my/payee", "收款银行卡"],
    ["/my/entitlements", "按我的记录，能领什么"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText("正在读取…")).toHaveCount(0);
    await checkNoSidewaysScroll(page);
    // Both widths show the same page, so accessibility is checked once.
    if (isMobile) await checkA11y(page);
  }
  await page.goto("/my/file");
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 PDF" }).click();
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/u);
  await screenshot(page, "learner-file");
});

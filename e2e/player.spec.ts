import { expect, test, type Page } from "@playwright/test";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";
import { signIn } from "./support/accounts.ts";

interface Lesson {
  id: string;
  kind: string;
  captions: number | null;
  progress: { completed: boolean; furthestMs: number };
}

/** The running class of the learner and its lessons. */
async function lessonsOf(page: Page): Promise<{ classId: string; lessons: Lesson[] }> {
  const home = (await (await page.request.get("/api/v1/me/home")).json()) as {
    classes: { classId: string; state: string }[];
  };
  const classId = home.classes.find((one) => one.state === "running")?.classId ?? "";
  const { courses } = (await (await page.request.get(`/api/v1/classes/${classId}/lessons`)).json()) as {
    courses: { lessons: Lesson[] }[];
  };
  return { classId, lessons: courses.flatMap((one) => one.lessons) };
}

const video = (page: Page) => page.locator("video");
const state = (page: Page) =>
  video(page).evaluate((element) => {
    const player = element as HTMLVideoElement;
    return {
      paused: player.paused,
      rate: player.playbackRate,
      muted: player.muted,
      captions: player.textTracks[0]?.mode,
      cues: player.textTracks[0]?.cues?.length ?? 0,
    };
  });

test("a lesson has captions, keys, and pauses with the word why", async ({ page }) => {
  await signIn(page, "learner");
  const { classId, lessons } = await lessonsOf(page);
  const lesson = lessons.find((one) => one.kind === "video" && !one.progress.completed);
  await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
  await expect(page.getByRole("button", { name: /播放/u })).toBeVisible();
  await expect.poll(async () => (await state(page)).cues).toBeGreaterThan(5);
  expect((await state(page)).captions).toBe("showing");
  await page.keyboard.press("c");
  await expect.poll(async () => (await state(page)).captions).toBe("disabled");
  await page.reload();
  await expect(page.getByRole("button", { name: "字幕" })).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "字幕" }).click();
  await expect.poll(async () => (await state(page)).captions).toBe("showing");
  await page.locator("h1").click();
  await page.keyboard.press("k");
  await expect.poll(async () => (await state(page)).paused).toBe(false);
  await page.keyboard.press("m");
  expect((await state(page)).muted).toBe(true);
  // The new part is never played faster, and the page says so.
  await page.getByLabel("播放速度").selectOption("2");
  await expect(page.getByText("看多久计多久，快放不会多计")).toBeVisible();
  expect((await state(page)).rate).toBe(1);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(page.getByText("您离开了这一页，视频先停下了")).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.keyboard.press("k");
  await expect(page.getByText("您离开了这一页，视频先停下了")).toHaveCount(0);
  await page.waitForResponse((answer) => answer.url().endsWith("/beats") && answer.ok());
  await page.getByRole("button", { name: "只听" }).click();
  await expect(page.getByRole("button", { name: "只听" })).toHaveAttribute("aria-pressed", "true");
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "player-audio-only");
  await page.getByRole("button", { name: "只听" }).click();
  await screenshot(page, "player");
});

test("back in what was credited one may play fast, and the way forward is one tap", async ({ page }) => {
  await signIn(page, "learner");
  const { classId, lessons } = await lessonsOf(page);
  // The one with most left: it mustn't end meanwhile.
  const [lesson] = lessons
    .filter((one) => one.kind === "video" && !one.progress.completed)
    .toSorted((a, b) => a.progress.furthestMs - b.progress.furthestMs);
  await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
  await page.getByRole("button", { name: /播放/u }).click();
  await page.waitForResponse((answer) => answer.url().endsWith("/beats") && answer.ok());
  await page.getByRole("button", { name: "暂停" }).click();
  await page.locator("h1").click();
  await page.keyboard.press("ArrowLeft");
  await page.getByLabel("播放速度").selectOption("2");
  await expect.poll(async () => (await state(page)).rate).toBe(2);
  await expect(page.getByText("快放不会多计学时")).toBeVisible();
  await page.getByRole("button", { name: /^回到已计入的位置/u }).click();
  await expect.poll(async () => (await state(page)).rate).toBe(1);
});

test("a document is text that fits the screen", async ({ page, isMobile }) => {
  await signIn(page, "learner");
  const { classId, lessons } = await lessonsOf(page);
  const lesson = lessons.find((one) => one.kind === "document");
  await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
  if (!isMobile) await page.getByRole("tab", { name: "文字" }).click();
  await expect(page.getByText("1. 与用人单位建立劳动关系，应当订立书面劳动合同。")).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "player-document");
});

test("a quiz keeps its ticks over a reload", async ({ page }) => {
  await signIn(page, "learner");
  const { classId, lessons } = await lessonsOf(page);
  const lesson = lessons.find((one) => one.kind === "quiz");
  await page.goto(`/my/classes/${classId}/lessons/${lesson?.id}`);
  const first = page.getByRole("radio").first();
  await expect(first).toBeVisible();
  test.skip(await first.isDisabled(), "the quiz is passed");
  await first.check();
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByRole("radio").first()).toBeChecked();
});

test("a school writes captions, and is told which line is wrong", async ({ page, isMobile }) => {
  test.skip(isMobile, "an office's work");
  await signIn(page, "institution");
  await page.goto("/institution/courses");
  await page
    .getByRole("link", { name: /上岗必修/u })
    .first()
    .click();
  await page.getByRole("button", { name: "改字幕" }).click();
  const box = page.getByRole("dialog").getByRole("textbox", { name: /^字幕/u });
  await expect(box).toHaveValue(/-->/u);
  const before = await box.inputValue();
  await box.fill("00:04.000 --> 00:01.000\n说反了");
  await page.getByRole("button", { name: "保存字幕" }).click();
  await expect(page.getByText("第 1 行：结束时间要晚于开始时间").first()).toBeVisible();
  await expect(box).toHaveValue("00:04.000 --> 00:01.000\n说反了");
  await screenshot(page, "captions-editor");
  await box.fill(before);
  await page.getByRole("button", { name: "保存字幕" }).click();
  await expect(page.getByText("字幕已保存")).toBeVisible();
  await expect(page.getByText(/第 2 版/u)).toBeVisible();
});

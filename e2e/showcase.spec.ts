import { expect, test, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { build, preview, type PreviewServer } from "vite";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkA11y, checkNoSidewaysScroll, darkFlaws, screenshot } from "./support/page-checks.ts";

/*
 * The showcase is left out of the product's build, so a build for development is made and served here. Every component of the kit is
 * on one of its pages.
 */
let server: PreviewServer;
let origin: string;
let outDir: string;

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(120_000);
  outDir = await mkdtemp(path.join(tmpdir(), "jinengtong-showcase-"));
  const web = fileURLToPath(new URL("../web", import.meta.url));
  const configFile = `${web}/vite.config.ts`;
  process.env["NODE_ENV"] = "development";
  await build({ root: web, configFile, logLevel: "error", mode: "development", build: { outDir, minify: false } });
  server = await preview({
    root: web,
    configFile,
    logLevel: "error",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1", proxy: { "/api": { target: baseURL ?? "" } } },
  });
  origin = server.resolvedUrls?.local[0]?.replace(/\/$/u, "") ?? "";
});

test.afterAll(async () => {
  await server.close();
  await rm(outDir, { recursive: true, force: true });
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(origin + address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
}

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

test("every page of the showcase is accessible and keeps to its width, at 390 and 1440 px", async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, "/kit");
  const parts = await page
    .getByRole("listitem")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      await open(page, part);
      await checkA11y(page);
      await checkNoSidewaysScroll(page);
      expect(await darkFlaws(page), `${part} in the dark`).toEqual([]);
      await screenshot(page, `${part.slice(1).replace("/", "-")}-${size.width}`);
    }
  }
});

test("columns are chosen in a popover, by keyboard, and Escape leads back to its button", async ({ page }) => {
  await open(page, "/kit/staff");
  const button = page.getByRole("button", { name: "列", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  const popover = page.getByRole("dialog", { name: "显示哪些列" });
  const town = popover.getByRole("checkbox", { name: "乡镇" });
  await expect(popover).toBeVisible();
  await expect(town).toBeChecked();
  await town.focus();
  await page.keyboard.press("Space");
  await expect(town).not.toBeChecked();
  await checkA11y(page);
  await screenshot(page, "kit-popover");
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await expect(button).toBeFocused();
});

test("several are found by typing and chosen, also within a dialog, and taken back by Backspace", async ({ page }) => {
  await open(page, "/kit/staff");
  await page.getByRole("button", { name: "登记教师" }).click();
  const dialog = page.getByRole("dialog", { name: "登记教师" });
  const box = dialog.getByRole("combobox", { name: "可以教的职业（工种）" });
  await box.fill("焊工");
  await expect(page.getByRole("option")).toHaveCount(1);
  await checkA11y(page);
  await screenshot(page, "kit-multi-select");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/^焊工 /u).first()).toBeVisible();
  await expect(box).toHaveValue("");
  await box.fill("没有的工种");
  await expect(page.getByText("没有找到，请换一个词。")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("没有找到，请换一个词。")).toBeHidden();
  await expect(dialog).toBeVisible();
  await box.fill("");
  await page.keyboard.press("Backspace");
  await expect(dialog.getByText(/^焊工 /u)).toHaveCount(0);
});

test("a date is typed in digits alone, and an impossible day is none", async ({ page }) => {
  await open(page, "/kit/staff");
  const box = page.getByLabel("开班日期");
  await box.fill("20200501");
  await expect(box).toHaveValue("2020-05-01");
  await box.fill("2020年3月1日");
  await expect(box).toHaveValue("2020-03-01");
});

test("a text longer than its limit stays whole and is told, in a box of one line and of several", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, "/kit/forms");
  const note = page.getByLabel("补充说明");
  await note.fill("长".repeat(230));
  await expect(note).toHaveValue("长".repeat(230));
  await expect(page.getByText("最多 200 字，现在 230 字")).toBeVisible();
  await expect(note).toHaveAttribute("aria-invalid", "true");
  const name = page.getByLabel("姓名", { exact: true });
  await name.fill("梅".repeat(51));
  await expect(name).toHaveValue("梅".repeat(51));
  await expect(page.getByText("最多 50 字，现在 51 字")).toBeVisible();
  await checkA11y(page);
  await screenshot(page, "kit-too-long");
  await note.fill("长".repeat(200));
  await expect(page.getByText("最多 200 字")).toBeHidden();
  await page.getByLabel("月", { exact: true }).first().fill("");
  await page.getByLabel("日", { exact: true }).first().fill("");
  await page.getByLabel("年", { exact: true }).first().fill("198511");
  await expect(page.getByLabel("月", { exact: true }).first()).toHaveValue("11");
});

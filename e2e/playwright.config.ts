import { defineConfig, devices } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../scripts/find-browser.ts";
import { platform } from "./support/platform.ts";

const { dataDirectory, origin, port } = await platform();

/** Browser journeys against the whole product, started afresh with demo data on a free port. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/journeys",
  globalTeardown: "./support/remove-data.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: origin,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? (await findBrowser()),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "phone",
      use: { ...devices["Pixel 7"], defaultBrowserType: "chromium", viewport: { width: 390, height: 844 } },
    },
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: "npm start",
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    url: `${origin}/readyz`,
    env: { PORT: String(port), DATA_DIR: dataDirectory },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});

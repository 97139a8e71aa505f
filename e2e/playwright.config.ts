import { defineConfig, devices } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../scripts/find-browser.ts";
import { platform } from "./support/platform.ts";

const phone = await platform("PHONE");
const desktop = await platform("DESKTOP");

const DESK = { width: 1440, height: 900 };
/** Every address and every component at both widths: these specs choose the width themselves. */
const walks = ["every-page.spec.ts", "showcase.spec.ts"];

/**
 * Browser journeys against the whole product, started afresh with demo data on free ports. Specs of one project run one after the
 * other, since they act on the same county; two projects run side by side.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/journeys",
  globalSetup: "./support/start-second.ts",
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "zh-CN",
    // Specs answer for the server here and there, which a service worker would come between; those about it allow it.
    serviceWorkers: "block",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace records each step with its page, which costs a sixth of the time of all journeys.
    trace: process.env["E2E_TRACE"] === "1" ? "retain-on-failure" : "off",
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
      name: "desktop",
      workers: 1,
      testIgnore: walks,
      use: { baseURL: desktop.origin, viewport: DESK },
    },
    {
      name: "phone",
      workers: 1,
      testIgnore: walks,
      use: {
        ...devices["Pixel 7"],
        defaultBrowserType: "chromium",
        baseURL: phone.origin,
        viewport: { width: 390, height: 844 },
        // Pictures of three times the pixels take several times as long, and show the same.
        deviceScaleFactor: 1,
      },
    },
    {
      // They change nothing, so they go on side by side once the journeys of one width are over.
      name: "walks",
      workers: 2,
      testMatch: walks,
      use: { baseURL: phone.origin, viewport: DESK },
    },
  ],
  webServer: {
    command: "npm start",
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    url: `${phone.origin}/readyz`,
    env: { PORT: String(phone.port), DATA_DIR: phone.dataDirectory },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});

import { defineConfig } from "vitest/config";
import { operationRoutes } from "./web/operation-routes-plugin.ts";

/**
 * Files share the modules of their worker: loading the platform anew for each took more than half of the processor time. So a test
 * leaves no state of a module behind; the county is entered again before each file (`enter-county.ts`).
 */
const shared = {
  environment: "node" as const,
  exclude: ["**/node_modules/**", "**/dist/**", "e2e/**"],
  isolate: false,
  unstubGlobals: true,
};

/**
 * Tests stand beside what they test. Only the server's may use a database; its setup starts PostgreSQL when the first of them asks.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "packages",
          include: ["packages/**/*.test.ts", "scripts/**/*.test.ts"],
          setupFiles: ["./scripts/property-seed.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "server",
          include: ["server/**/*.test.ts", "bench/**/*.test.ts", "simulation/**/*.test.ts"],
          setupFiles: ["./scripts/property-seed.ts", "./server/src/test/enter-county.ts"],
          globalSetup: ["./server/src/test/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [operationRoutes],
        test: {
          ...shared,
          name: "web",
          include: ["web/**/*.test.{ts,tsx}"],
          setupFiles: ["./server/src/test/enter-county.ts"],
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";
import { operationRoutes } from "./web/operation-routes-plugin.ts";

const exclude = ["**/node_modules/**", "**/dist/**", "e2e/**"];

/**
 * Tests stand beside what they test. Only the server's may use a database; its setup starts PostgreSQL when the first of them asks.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "packages",
          environment: "node",
          include: ["packages/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude,
          setupFiles: ["./scripts/property-seed.ts"],
        },
      },
      {
        test: {
          name: "server",
          environment: "node",
          include: ["server/**/*.test.ts", "bench/**/*.test.ts", "simulation/**/*.test.ts"],
          exclude,
          setupFiles: ["./scripts/property-seed.ts", "./server/src/test/enter-county.ts"],
          globalSetup: ["./server/src/test/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [operationRoutes],
        test: {
          name: "web",
          environment: "node",
          include: ["web/**/*.test.{ts,tsx}"],
          exclude,
          setupFiles: ["./server/src/test/enter-county.ts"],
        },
      },
    ],
  },
});

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunkOf } from "./chunks.ts";
import { compressedAssets } from "./compressed-assets-plugin.ts";
import { documents } from "./documents-plugin.ts";
import { offline } from "./offline-plugin.ts";
import { operationRoutes } from "./operation-routes-plugin.ts";

/** Address of a running platform, to which the development server proxies /api. */
const apiTarget = process.env["API_TARGET"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [operationRoutes, react(), tailwindcss(), documents, offline, compressedAssets],
  server: { proxy: { "/api": { target: apiTarget, changeOrigin: false } } },
  preview: { proxy: { "/api": { target: apiTarget, changeOrigin: false } } },
  build: {
    // Office PCs still run browsers of the Chromium 100 era.
    target: "chrome100",
    cssTarget: "chrome100",
    cssMinify: "lightningcss",
    // A strict content security policy forbids inline script, so nothing may be inlined.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // In many files code compresses less well and needs more requests. Libraries change less often.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "libraries",
              test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack)\//,
              priority: 1,
            },
            { name: chunkOf, test: /\/(?:web\/src|packages)\/|vite\/preload-helper/ },
          ],
        },
      },
    },
  },
});

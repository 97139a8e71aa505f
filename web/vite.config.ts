import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createServer, defineConfig, type Plugin, type Rolldown } from "vite";
import { compressedAssets } from "./compressed-assets-plugin.ts";
import { operationRoutes } from "./operation-routes-plugin.ts";

/** Address of a running platform, to which the development server proxies /api. */
const apiTarget = process.env["API_TARGET"] ?? "http://127.0.0.1:8080";

/** Writes `home.html` beside the built `index.html`, with the prerendered home page. */
const homePage: Plugin = {
  name: "home-page",
  apply: (_config, { command, isPreview }) => command === "build" && isPreview !== true,
  async writeBundle({ dir = "" }) {
    const server = await createServer({
      root: import.meta.dirname,
      configFile: false,
      plugins: [operationRoutes, react()],
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      appType: "custom",
      logLevel: "error",
    });
    try {
      const { firstPaint } = (await server.ssrLoadModule("/src/app/first-paint.tsx")) as {
        firstPaint: () => Promise<string>;
      };
      const page = await readFile(path.join(dir, "index.html"), "utf8");
      const root = '<div id="root">';
      await writeFile(path.join(dir, "home.html"), page.replace(root, root + (await firstPaint())));
    } finally {
      await server.close();
    }
  },
};

/** Whether the entry imports the module, directly or indirectly, without waiting for a page to ask for it. */
function startsWith(id: string, graph: Rolldown.ChunkingContext, asked = new Set<string>()): boolean {
  if (asked.has(id)) return false;
  asked.add(id);
  const info = graph.getModuleInfo(id);
  return info !== null && (info.isEntry || info.importers.some((importer) => startsWith(importer, graph, asked)));
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [operationRoutes, react(), tailwindcss(), homePage, compressedAssets],
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
        // Code that every page needs is in two files: in many it compresses less well and needs more requests. Libraries change
        // less often.
        codeSplitting: {
          groups: [
            {
              name: "libraries",
              test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack)\//,
              priority: 1,
            },
            { name: (id, graph) => (startsWith(id, graph) ? "start" : null), test: /web\/src\// },
          ],
        },
      },
    },
  },
});

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The address of a running platform that the development server passes /api on to. */
const apiTarget = process.env["API_TARGET"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
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
  },
});

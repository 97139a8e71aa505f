import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";
import { scriptsOf } from "./documents-plugin.ts";

const ROOT = import.meta.dirname;
/** Pictures beside the scripts, which pages show without a network too. */
const PICTURES = ["favicon.svg", "trades.svg"];
const PAGES = [
  "frame/LearnerShell.tsx",
  "frame/PublicShell.tsx",
  "portals/public/HomePage.tsx",
  "app/offline/offline.tsx",
];

/** Writes the service worker beside the built pages, with the files that it keeps. Its version is a digest of them all. */
export const offline: Plugin = {
  name: "offline",
  apply: (_config, { command, isPreview }) => command === "build" && isPreview !== true,
  async writeBundle({ dir = "" }, bundle) {
    const entry = Object.values(bundle).find((each) => each.type === "chunk" && each.isEntry);
    const styles = Object.keys(bundle).filter((name) => name.endsWith(".css"));
    const first = new Set(["src/main.tsx"].flatMap((module) => scriptsOf(bundle, [`../${module}`])));
    if (entry !== undefined) first.add(entry.fileName);
    const learner = readdirSync(path.join(ROOT, "src/portals/learner"))
      .filter((name) => name.endsWith("Page.tsx"))
      .map((name) => `portals/learner/${name}`);
    const start = [...first, ...styles, ...PICTURES].map((name) => `/${name}`);
    const more = scriptsOf(bundle, [...PAGES, ...learner])
      .filter((name) => !first.has(name))
      .map((name) => `/${name}`);
    const worker = await readFile(path.join(ROOT, "offline/service-worker.js"), "utf8");
    const pictures = await Promise.all(PICTURES.map((name) => readFile(path.join(ROOT, "public", name), "utf8")));
    const version = createHash("sha256")
      .update(JSON.stringify([worker, start, more, pictures, await readFile(path.join(dir, "index.html"), "utf8")]))
      .digest("hex")
      .slice(0, 12);
    const filled = worker
      .replace("__VERSION__", version)
      .replace('"__START__"', () => JSON.stringify(JSON.stringify(start)))
      .replace('"__LEARNER__"', () => JSON.stringify(JSON.stringify(more)));
    await writeFile(path.join(dir, "sw.js"), filled);
  },
};

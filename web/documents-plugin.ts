import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type Rolldown } from "vite";
import { operationRoutes } from "./operation-routes-plugin.ts";

const ROOT = import.meta.dirname;

/** A document besides `index.html`: the address it is served at, and the modules whose scripts it announces. */
interface Announced {
  address: string;
  modules: readonly string[];
}

/** Folder of each staff portal by its address. */
const STAFF = {
  admin: "admin",
  audit: "audit",
  bureau: "bureau",
  enterprise: "enterprise",
  evaluation: "evaluator",
  finance: "finance",
  institution: "institution",
};

const staffDocuments: Announced[] = Object.entries(STAFF).flatMap(([address, folder]) => {
  const portal = ["nav.ts", "help.ts"].map((name) => `portals/${folder}/${name}`);
  const shell = ["frame/StaffShell.tsx", ...portal];
  const home = `portals/${folder}/HomePage.tsx`;
  return [
    { address: `/${address}/*`, modules: shell },
    { address: `/${address}`, modules: existsSync(path.join(ROOT, "src", home)) ? [...shell, home] : shell },
  ];
});

const DOCUMENTS: Announced[] = [
  { address: "/", modules: [] },
  { address: "/sign-in", modules: ["portals/public/SignInPage.tsx"] },
  { address: "/classes", modules: ["portals/public/ClassSearchPage.tsx"] },
  { address: "/my/*", modules: ["frame/LearnerShell.tsx"] },
  { address: "/my", modules: ["frame/LearnerShell.tsx", "portals/learner/HomePage.tsx"] },
  ...staffDocuments,
];

/**
 * Writes documents beside the built `index.html`, and `documents.json`, which names each by its address: public pages are drawn in
 * them, and the others announce their scripts, which the browser would learn of only from the first ones.
 */
export const documents: Plugin = {
  name: "documents",
  apply: (_config, { command, isPreview }) => command === "build" && isPreview !== true,
  async writeBundle({ dir = "" }, bundle) {
    const page = await readFile(path.join(dir, "index.html"), "utf8");
    const first = await firstPaints();
    const written: Record<string, string> = {};
    for (const { address, modules } of DOCUMENTS) {
      const name = `${address.slice(1).replace("/*", "-pages") || "home"}.html`;
      written[address] = name;
      const drawn = first.get(address) ?? "";
      const links = scriptsOf(bundle, modules)
        .filter((file) => !page.includes(file))
        .map((file) => `  <link rel="modulepreload" crossorigin href="/${file}">\n  `);
      const root = '<div id="root">';
      await writeFile(
        path.join(dir, name),
        page.replace("</head>", () => `${links.join("")}</head>`).replace(root, () => root + drawn),
      );
    }
    await writeFile(path.join(dir, "documents.json"), JSON.stringify(written));
  },
};

/** Files of the modules' chunks and of all they import. */
export function scriptsOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): string[] {
  const wanted = new Set(modules.map((name) => path.join(ROOT, "src", name)));
  const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) add(next);
  };
  for (const chunk of chunks) if (chunk.moduleIds.some((id) => wanted.has(id))) add(chunk.fileName);
  return [...found];
}

async function firstPaints(): Promise<Map<string, string>> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    plugins: [operationRoutes, react()],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: "custom",
    logLevel: "error",
  });
  try {
    const made = (await server.ssrLoadModule("/src/app/first-paint.tsx")) as {
      drawnAddresses: string[];
      firstPaint: (address: string) => Promise<string>;
    };
    const paints = new Map<string, string>();
    for (const address of made.drawnAddresses) paints.set(address, await made.firstPaint(address));
    return paints;
  } finally {
    await server.close();
  }
}

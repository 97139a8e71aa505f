/**
 * Lock of a data directory: one process may supervise its database. The lock is a listening local socket, which the operating
 * system removes however its holder dies, so unlike a pid file it can't go stale.
 */
import { rm, stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import type { Server } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";

/** The data directory is in use by a live process. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
}

/** A held lock. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * The socket's name is derived from the directory's identity, not its path: it stays short (a socket's path is limited to about 100
 * bytes), and two paths to one directory give one lock.
 */
async function socketName(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir);
  const name = `jinengtong-${dev.toString(36)}-${ino.toString(36)}`;
  // Linux has abstract socket names, which leave no file behind.
  return platform() === "linux" ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Process id of the lock's holder, or undefined if nobody answers. */
function askHolder(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(name);
    const done = (result: string | undefined): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2000, () => done("?"));
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("end", () => done(answer || "?"));
    socket.on("error", () => done(undefined));
  });
}

/** Takes the lock of `dir`, which must exist; throws `DirectoryInUse` if a live process holds it. */
export async function lockDirectory(dir: string): Promise<DirectoryLock> {
  const name = await socketName(dir);
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(name);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const holder = await askHolder(name);
    if (holder !== undefined) {
      throw new DirectoryInUse(
        `数据目录 ${dir} 正由另一个进程（进程号 ${holder}）使用；请先停止它，或用 DATA_DIR 另选目录`,
      );
    }
    // Socket file of a dead holder (only if the name is a path).
    if (!name.startsWith("\0")) await rm(name, { force: true });
  }
  throw new DirectoryInUse(`无法锁定数据目录 ${dir}`);
}

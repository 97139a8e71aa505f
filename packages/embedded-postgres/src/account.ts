/**
 * Under which account PostgreSQL runs. It refuses to run as root, while a trial often is started by root (in a container,
 * on a fresh machine). Three ways, chosen by what the machine allows:
 *
 * - not root: as ourselves;
 * - root, and user namespaces are open: in a namespace where root is seen as user 1000. No account, no chown;
 * - root otherwise: as the owner of the cluster's files, or as `nobody` for a new cluster. `setpriv` keeps the one
 *   capability that lets it pass directories closed to others, such as a project below /root.
 */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { chown, lchown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Account that runs PostgreSQL programs and owns their files. */
export interface Account {
  /** Words before the program's own path. */
  readonly prefix: readonly string[];
  /** Owner that its files must have; undefined: the current account. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** Set if only the spawn call can change the account (no setpriv on the machine). */
  readonly spawnAs: { readonly uid: number; readonly gid: number } | undefined;
}

const OURSELVES: Account = { prefix: [], owner: undefined, spawnAs: undefined };
const NOBODY = { uid: 65534, gid: 65534 };

function runs(command: readonly string[]): boolean {
  const [program, ...args] = command;
  return program !== undefined && spawnSync(program, [...args, "true"], { stdio: "ignore" }).status === 0;
}

function asOther(owner: { uid: number; gid: number }): Account {
  const prefix = [
    "setpriv",
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    "--clear-groups",
    // PostgreSQL asks access() about its own programs, for which the kernel drops another user's capabilities unless told to keep them.
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  return runs(prefix) ? { prefix, owner, spawnAs: undefined } : { prefix: [], owner, spawnAs: owner };
}

/**
 * Chooses the account for the cluster in `clusterDir` (which need not exist yet). `userNamespaces: false` skips the
 * namespace, as on a machine that has closed them.
 */
export async function chooseAccount(clusterDir: string, options: { userNamespaces?: boolean } = {}): Promise<Account> {
  if (process.getuid?.() !== 0) return OURSELVES;
  const files = await stat(clusterDir).catch(() => undefined);
  // Files of another user (from an earlier start without root) keep their owner: running as that owner avoids a chown back later.
  if (files && files.uid !== 0) return asOther({ uid: files.uid, gid: files.gid });
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  if (options.userNamespaces !== false && runs(namespace)) {
    return { prefix: namespace, owner: undefined, spawnAs: undefined };
  }
  return asOther(NOBODY);
}

/** Changes the owner of a directory tree, unless the top directory has it already. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (!account.owner) return;
  const { uid, gid } = account.owner;
  const top = await stat(path);
  if (top.uid === uid) return;
  if (top.isDirectory()) {
    for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), uid, gid);
  }
  await chown(path, uid, gid);
}

/** Starts a PostgreSQL program under the account, in its own session, so that Ctrl-C reaches only us. */
export function spawnAs(account: Account, program: string, args: string[], stdio: SpawnOptions["stdio"]): ChildProcess {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  // A directory that the account can enter; ours may be closed to it.
  const options: SpawnOptions = { cwd: "/", detached: true, env: environment(), ...(stdio ? { stdio } : {}) };
  return spawn(command, rest, account.spawnAs ? { ...options, ...account.spawnAs } : options);
}

/** Our environment without variables that change PostgreSQL's behaviour. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(kept), LANG: "C", TZ: "UTC" };
}

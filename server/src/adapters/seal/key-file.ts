import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { SealerOptions } from "./sealer.ts";
import { isSealSuite, type SealSuite } from "./suites.ts";

export class SealingKeyError extends Error {
  readonly code: "keys-missing" | "keys-malformed" | "keys-weak" | "keys-exposed";
  constructor(code: SealingKeyError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SealingKeyError";
    this.code = code;
  }
}

export interface SealingKeySource {
  /**
   * `SEALING_KEYS`: the JSON itself (a secret of the environment), or `SEALING_KEYS_FILE`: a path to it. The first wins.
   */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Directory of `keys.json` in an embedded trial. */
  readonly dataDir: string;
  /**
   * True for an embedded trial: without keys, a fresh `keys.json` (0600) is made. False in production, where a key
   * that came from nowhere would be lost with the machine, and all personal data with it.
   */
  readonly mayCreate: boolean;
}

/**
 * The sealing keys of this installation. Refuses keys that are missing, malformed, guessable (repeated bytes, typed text,
 * the sample of a manual) or in a file that other users can read.
 */
export async function loadSealingKeys(source: SealingKeySource): Promise<SealerOptions> {
  const inline = source.env["SEALING_KEYS"];
  if (inline !== undefined && inline !== "") return parseSealingKeys(inline);
  const named = source.env["SEALING_KEYS_FILE"];
  if (named !== undefined && named !== "") return readKeyFile(named);
  const file = path.join(source.dataDir, "keys.json");
  if (source.mayCreate) await createKeyFileOnce(file);
  return readKeyFile(file);
}

/**
 * Parses `{"suite":"sm4-ctr-hmac-sm3","current":"k1","lookup":"k1","keys":{"k1":"<base64 of 32 bytes>"}}`. `suite` and `lookup` are
 * optional.
 */
export function parseSealingKeys(text: string): SealerOptions {
  const { suite, current, lookup, keys } = parseJson(text);
  if (suite !== undefined && !isSealSuite(suite)) throw malformed("suite");
  if (typeof current !== "string") throw malformed("current");
  if (lookup !== undefined && typeof lookup !== "string") throw malformed("lookup");
  if (typeof keys !== "object" || keys === null) throw malformed("keys");
  const masters: Record<string, Buffer> = {};
  for (const [id, value] of Object.entries(keys)) {
    const master = typeof value === "string" ? Buffer.from(value, "base64") : Buffer.alloc(0);
    if (master.length !== 32) throw malformed(`keys.${id}`);
    if (isGuessable(master)) {
      throw new SealingKeyError("keys-weak", `密钥 ${id} 过于简单，请用随机数重新生成。`);
    }
    masters[id] = master;
  }
  if (!Object.hasOwn(masters, current)) throw malformed("current");
  if (!Object.hasOwn(masters, lookup ?? current)) throw malformed("lookup");
  return { suite: suite ?? DEFAULT_SUITE, keys: masters, current, lookup: lookup ?? current };
}

/**
 * Adds a fresh key to the file and makes it current; old keys and the lookup key stay. New values use it after the next
 * start; `needsRotation` finds the rows still under the old one. Returns the new key's id.
 */
export async function rotateKeyFile(file: string): Promise<string> {
  const options = await readKeyFile(file);
  let number = Object.keys(options.keys).length + 1;
  while (`k${number}` in options.keys) number++;
  const id = `k${number}`;
  const next = { ...options, current: id, keys: { ...options.keys, [id]: randomBytes(32) } };
  const draft = await writeDraft(file, next);
  await rename(draft, file);
  await syncDirectory(path.dirname(file));
  return id;
}

const DEFAULT_SUITE: SealSuite = "sm4-ctr-hmac-sm3";

async function readKeyFile(file: string): Promise<SealerOptions> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if ((mode & 0o007) !== 0) {
      throw new SealingKeyError("keys-exposed", "密钥文件可被其他用户读取，请把权限改为 0600。");
    }
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof SealingKeyError) throw error;
    throw new SealingKeyError("keys-missing", "没有数据密钥。请通过 SEALING_KEYS 或 SEALING_KEYS_FILE 提供。");
  }
  return parseSealingKeys(text);
}

/** Two processes may start at once: `link` creates exactly one complete file, and the loser reads it. */
async function createKeyFileOnce(file: string): Promise<void> {
  if (
    await stat(file).then(
      () => true,
      () => false,
    )
  )
    return;
  await mkdir(path.dirname(file), { recursive: true });
  const draft = await writeDraft(file, {
    suite: DEFAULT_SUITE,
    current: "k1",
    lookup: "k1",
    keys: { k1: randomBytes(32) },
  });
  try {
    await link(draft, file);
    await syncDirectory(path.dirname(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
}

async function writeDraft(file: string, options: SealerOptions): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const keys = Object.fromEntries(Object.entries(options.keys).map(([id, master]) => [id, master.toString("base64")]));
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ ...options, keys }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // Independent of the umask.
  await chmod(draft, 0o600);
  return draft;
}

/** fsync: the keys must survive a power cut that the first sealed row survives. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Random keys have about 30 distinct bytes in 32 and are hardly ever all printable; typed keys are neither. */
function isGuessable(master: Buffer): boolean {
  const distinct = new Set(master).size;
  const printable = master.every((byte) => byte >= 0x20 && byte < 0x7f);
  const steady = master.every((byte, at) => at === 0 || byte - (master[at - 1] ?? 0) === 1);
  return distinct < 16 || printable || steady;
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Falls through: the parser's message could quote a key.
  }
  throw malformed("JSON");
}

function malformed(where: string): SealingKeyError {
  return new SealingKeyError("keys-malformed", `数据密钥的格式不对（${where}）。`);
}

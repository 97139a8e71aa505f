import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSealingKeys, parseSealingKeys, rotateKeyFile } from "./key-file.ts";
import { createSealer } from "./sealer.ts";

let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "keys-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

const strong = randomBytes(32).toString("base64");
const file = () => path.join(dataDir, "keys.json");
const trial = () => ({ env: {}, dataDir, mayCreate: true });
const production = (env: Record<string, string> = {}) => ({ env, dataDir, mayCreate: false });

const key = (bytes: Buffer) => JSON.stringify({ current: "a", keys: { a: bytes.toString("base64") } });

describe("an embedded trial", () => {
  it("makes its keys once, for nobody else to read", async () => {
    const first = await loadSealingKeys(trial());
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await loadSealingKeys(trial())).toEqual(first);
    expect(await readdir(dataDir)).toEqual(["keys.json"]);
    expect(first.suite).toBe("sm4-ctr-hmac-sm3");
  });
  it("makes one set when several processes start at once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSealingKeys(trial())));
    expect(new Set(all.map((each) => each.keys["k1"]?.toString("hex"))).size).toBe(1);
  });
});

describe("production", () => {
  it("does not make up keys", async () => {
    await expect(loadSealingKeys(production())).rejects.toMatchObject({ code: "keys-missing" });
    expect(await readdir(dataDir)).toEqual([]);
  });
  it("takes them from the environment or from a named file", async () => {
    const text = JSON.stringify({ current: "a", keys: { a: strong } });
    const named = path.join(dataDir, "secret.json");
    await writeFile(named, text, { mode: 0o600 });
    const inline = await loadSealingKeys(production({ SEALING_KEYS: text }));
    expect(await loadSealingKeys(production({ SEALING_KEYS_FILE: named }))).toEqual(inline);
    expect(inline.lookup).toBe("a");
  });
  it("refuses a file that others can read", async () => {
    await loadSealingKeys(trial());
    await chmod(file(), 0o644);
    await expect(loadSealingKeys(production())).rejects.toMatchObject({ code: "keys-exposed" });
  });
});

describe("keys are refused", () => {
  it.each([
    ["of no known id", JSON.stringify({ current: "toString", keys: { a: strong } }), "keys-malformed"],
    ["all zero", key(Buffer.alloc(32)), "keys-weak"],
    ["typed", key(Buffer.from("change-me-change-me-change-me-32")), "keys-weak"],
    ["counted up", key(Buffer.from(Array.from({ length: 32 }, (_, n) => n))), "keys-weak"],
    ["short", key(randomBytes(16)), "keys-malformed"],
    ["not JSON", "{", "keys-malformed"],
    ["a list", "[]", "keys-malformed"],
    ["without a current one", JSON.stringify({ current: "b", keys: { a: strong } }), "keys-malformed"],
    ["of no known suite", JSON.stringify({ suite: "rot13", current: "a", keys: { a: strong } }), "keys-malformed"],
  ])("when %s", (_, text, code) => {
    expect(() => parseSealingKeys(text)).toThrow(expect.objectContaining({ code }));
  });
  it("without printing them", () => {
    const broken = `{"current":"a","keys":{"a":"${strong}"}`;
    const message = expect.not.stringContaining(strong.slice(0, 8));
    expect(() => parseSealingKeys(broken)).toThrow(expect.objectContaining({ message }));
  });
});

describe("rotation", () => {
  it("adds a key, keeps the old and the lookup key", async () => {
    const before = createSealer(await loadSealingKeys(trial()));
    const context = { table: "person", column: "phone", row: "p-1" };
    const sealed = before.seal("13862700001", context);
    expect(await rotateKeyFile(file())).toBe("k2");
    expect(await rotateKeyFile(file())).toBe("k3");
    const after = createSealer(await loadSealingKeys(trial()));
    expect(after.openText(sealed, context)).toBe("13862700001");
    expect(after.needsRotation(sealed)).toBe(true);
    expect(after.lookupHash("x", "phone")).toEqual(before.lookupHash("x", "phone"));
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file(), "utf8"))).toMatchObject({ current: "k3", lookup: "k1" });
    expect(await readdir(dataDir)).toEqual(["keys.json"]);
  });
});

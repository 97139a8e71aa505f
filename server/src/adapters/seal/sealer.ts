import { createHmac, createSecretKey } from "node:crypto";
import { deriveKey } from "./derive-key.ts";
import { newNonce, type SealSuite, type SuiteKeys, suiteOfMarker, suites } from "./suites.ts";

/** Location of a sealed value (table, column, row). Authenticated with the value, so a value moved to another row doesn't open. */
export interface SealContext {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

export interface SealerOptions {
  /** Suite for new values. Values of the other suite still open. */
  readonly suite: SealSuite;
  /** Master keys of 32 random bytes by id (1–32 of `a–z 0–9 . _ -`). Retired keys stay until nothing uses them. */
  readonly keys: Readonly<Record<string, Buffer>>;
  /** The key that seals new values. */
  readonly current: string;
  /**
   * The key that lookup hashes and purpose keys derive from; the current one unless named. Rotation leaves it as it is,
   * because hashes, unlike sealed values, cannot be moved to a new key without opening every row.
   */
  readonly lookup?: string;
}

export interface Sealer {
  /** Sealed value in one buffer for a `bytea` column: suite marker, key id, nonce, ciphertext and tag. Different each time. */
  seal(plaintext: string | Buffer, context: SealContext): Buffer;
  /** Opens a sealed value. Throws `SealError` if it was altered, moved, has an unknown key, or isn't sealed. */
  open(sealed: Buffer, context: SealContext): Buffer;
  /** `open` as UTF-8 text. */
  openText(sealed: Buffer, context: SealContext): string;
  /**
   * Keyed hash of 32 bytes, equal for equal values of one kind, for a unique index over sealed values. Normalise the value first
   * (upper-case X, half-width digits). Without the key nobody can test identity numbers against it.
   */
  lookupHash(value: string, kind: string): Buffer;
  /** The id of the key behind `lookupHash`, to be stored beside the hashes' table. */
  readonly lookupKeyId: string;
  /** Whether the value was sealed under a key or suite that is no longer current. */
  needsRotation(sealed: Buffer): boolean;
  /** A key of 32 bytes for another purpose (session codes, signed links), independent of all the others. */
  purposeKey(purpose: string): Buffer;
}

export class SealError extends Error {
  readonly code: "seal-format" | "seal-key-unknown" | "seal-broken";
  constructor(code: SealError["code"], message: string) {
    super(message);
    this.name = "SealError";
    this.code = code;
  }
}

/** Seals single fields of personal data at rest. Throws `RangeError` on missing, short or badly named keys. */
export function createSealer(options: SealerOptions): Sealer {
  const lookupKeyId = options.lookup ?? options.current;
  const masters = new Map(Object.entries(options.keys));
  for (const [id, master] of masters) {
    if (!/^[a-z0-9._-]{1,32}$/.test(id)) throw new RangeError(`Not a key id: ${id}`);
    if (master.length !== 32) throw new RangeError(`Key ${id} must have 32 bytes.`);
  }
  const lookupMaster = masters.get(lookupKeyId);
  if (!masters.has(options.current) || lookupMaster === undefined) {
    throw new RangeError("The current key and the lookup key must be among the keys.");
  }
  const lookupKey = createSecretKey(deriveKey(lookupMaster, "lookup/1/hmac-sm3"));
  const derived = new Map<string, SuiteKeys>();

  function keysOf(suite: SealSuite, keyId: string): SuiteKeys {
    const name = `${suite}/${keyId}`;
    let keys = derived.get(name);
    if (keys === undefined) {
      const master = masters.get(keyId);
      if (master === undefined) {
        throw new SealError("seal-key-unknown", `No key ${keyId} to open this value with.`);
      }
      keys = suites[suite].keysFor(master);
      derived.set(name, keys);
    }
    return keys;
  }

  function open(sealed: Buffer, context: SealContext): Buffer {
    const parts = takeApart(sealed);
    const plaintext = keysOf(parts.suite, parts.keyId).decrypt(
      parts.nonce,
      parts.body,
      parts.tag,
      associatedData(parts.head, context),
    );
    if (plaintext === undefined) {
      throw new SealError("seal-broken", "A sealed value was altered or belongs elsewhere.");
    }
    return plaintext;
  }

  return {
    lookupKeyId,
    seal(plaintext, context) {
      const suite = suites[options.suite];
      const id = Buffer.from(options.current, "ascii");
      const head = Buffer.concat([Buffer.from([suite.marker, id.length]), id]);
      const nonce = newNonce(suite);
      const { body, tag } = keysOf(options.suite, options.current).encrypt(
        nonce,
        typeof plaintext === "string" ? Buffer.from(plaintext, "utf8") : plaintext,
        associatedData(head, context),
      );
      return Buffer.concat([head, nonce, body, tag]);
    },
    open,
    openText: (sealed, context) => open(sealed, context).toString("utf8"),
    lookupHash: (value, kind) =>
      createHmac("sm3", lookupKey)
        .update(joined([kind, value]))
        .digest(),
    needsRotation(sealed) {
      const { suite, keyId } = takeApart(sealed);
      return suite !== options.suite || keyId !== options.current;
    },
    purposeKey: (purpose) => deriveKey(lookupMaster, `purpose/1/${purpose}`),
  };
}

interface SealedParts {
  readonly suite: SealSuite;
  readonly keyId: string;
  readonly head: Buffer;
  readonly nonce: Buffer;
  readonly body: Buffer;
  readonly tag: Buffer;
}

/** marker (1) | length of key id (1) | key id | nonce | ciphertext | tag */
function takeApart(sealed: Buffer): SealedParts {
  const suite = suiteOfMarker(sealed[0]);
  const headLength = 2 + (sealed[1] ?? 0);
  if (suite === undefined) throw new SealError("seal-format", "Not a sealed value.");
  const { nonceLength, tagLength } = suites[suite];
  const bodyStart = headLength + nonceLength;
  const tagStart = sealed.length - tagLength;
  if (tagStart < bodyStart) throw new SealError("seal-format", "A sealed value was cut short.");
  return {
    suite,
    keyId: sealed.toString("latin1", 2, headLength),
    head: sealed.subarray(0, headLength),
    nonce: sealed.subarray(headLength, bodyStart),
    body: sealed.subarray(bodyStart, tagStart),
    tag: sealed.subarray(tagStart),
  };
}

/** The header is authenticated too, so a value can't be re-labelled with another suite or key id. */
function associatedData(head: Buffer, context: SealContext): Buffer {
  return Buffer.concat([head, joined([context.table, context.column, context.row])]);
}

/** Length-prefixed, so that ("ab","c") and ("a","bc") differ. */
function joined(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, "utf8");
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

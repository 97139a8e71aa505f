import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { deriveKey } from "./derive-key.ts";

export type SealSuite = "sm4-ctr-hmac-sm3" | "aes-256-gcm";

/** One way to encrypt and authenticate under a master key. `associated` is authenticated and not stored. */
export interface Suite {
  /** First byte of what it seals; never re-used for another construction. */
  readonly marker: number;
  readonly nonceLength: number;
  readonly tagLength: number;
  keysFor(master: Buffer): SuiteKeys;
}

export interface SuiteKeys {
  encrypt(nonce: Buffer, plaintext: Buffer, associated: Buffer): { body: Buffer; tag: Buffer };
  /** `undefined` if the tag doesn't match: altered text, another context, another key. */
  decrypt(nonce: Buffer, body: Buffer, tag: Buffer, associated: Buffer): Buffer | undefined;
}

/**
 * SM4-CTR (GB/T 32907) then HMAC-SM3 (GB/T 32905, 15852.2) over context, nonce and ciphertext: node:crypto has no
 * SM4-GCM. Two keys, and the tag is checked before anything is decrypted.
 */
const sm4CtrHmacSm3: Suite = {
  marker: 1,
  nonceLength: 16,
  tagLength: 32,
  keysFor(master) {
    // Key objects: node creates one at every call that is given bytes, which costs three times the sealing itself.
    const encryptionKey = createSecretKey(deriveKey(master, "seal/1/sm4-ctr").subarray(0, 16));
    const macKey = createSecretKey(deriveKey(master, "seal/1/hmac-sm3"));
    const tagOf = (nonce: Buffer, body: Buffer, associated: Buffer): Buffer => {
      // Length prefix: bytes can't shift between context and ciphertext.
      const length = Buffer.alloc(4);
      length.writeUInt32BE(associated.length);
      const mac = createHmac("sm3", macKey);
      return mac.update(length).update(associated).update(nonce).update(body).digest();
    };
    return {
      encrypt(nonce, plaintext, associated) {
        const cipher = createCipheriv("sm4-ctr", encryptionKey, nonce);
        const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
        return { body, tag: tagOf(nonce, body, associated) };
      },
      decrypt(nonce, body, tag, associated) {
        if (!timingSafeEqual(tag, tagOf(nonce, body, associated))) return undefined;
        const decipher = createDecipheriv("sm4-ctr", encryptionKey, nonce);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      },
    };
  },
};

/** AES-256-GCM (NIST SP 800-38D). Random 96-bit nonces allow 2^32 fields for one key; rotate long before. */
const aes256Gcm: Suite = {
  marker: 2,
  nonceLength: 12,
  tagLength: 16,
  keysFor(master) {
    const key = createSecretKey(deriveKey(master, "seal/1/aes-256-gcm"));
    return {
      encrypt(nonce, plaintext, associated) {
        const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associated);
        const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
        return { body, tag: cipher.getAuthTag() };
      },
      decrypt(nonce, body, tag, associated) {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
        decipher.setAAD(associated).setAuthTag(tag);
        try {
          return Buffer.concat([decipher.update(body), decipher.final()]);
        } catch {
          return undefined;
        }
      },
    };
  },
};

export const suites: Readonly<Record<SealSuite, Suite>> = {
  "sm4-ctr-hmac-sm3": sm4CtrHmacSm3,
  "aes-256-gcm": aes256Gcm,
};

export function isSealSuite(name: unknown): name is SealSuite {
  return name === "sm4-ctr-hmac-sm3" || name === "aes-256-gcm";
}

export function suiteOfMarker(marker: number | undefined): SealSuite | undefined {
  if (marker === sm4CtrHmacSm3.marker) return "sm4-ctr-hmac-sm3";
  return marker === aes256Gcm.marker ? "aes-256-gcm" : undefined;
}

export function newNonce(suite: Suite): Buffer {
  return randomBytes(suite.nonceLength);
}

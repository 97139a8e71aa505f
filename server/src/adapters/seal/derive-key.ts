import { hkdfSync } from "node:crypto";

/**
 * Derives a key of 32 bytes for one purpose by HKDF (RFC 5869) over SM3. Master keys are never used directly, so a leak of one
 * purpose says nothing about the others. The purpose names its version, so a changed construction gets a new key.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  if (master.length !== 32) throw new RangeError("A master key has 32 bytes.");
  return Buffer.from(hkdfSync("sm3", master, "jinengtong", purpose, 32));
}

import { hkdfSync } from "node:crypto";

/**
 * A key of 32 bytes for one purpose, by HKDF (RFC 5869) over SM3. A master key is never used itself: what one purpose
 * leaks says nothing about the others. The purpose names its version, so a changed construction gets a fresh key.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  if (master.length !== 32) throw new RangeError("A master key has 32 bytes.");
  return Buffer.from(hkdfSync("sm3", master, "jinengtong", purpose, 32));
}

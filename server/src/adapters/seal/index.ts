/** Sealing of personal data at rest, lookup hashes over it, and the keys behind both. */
export { deriveKey } from "./derive-key.ts";
export {
  loadSealingKeys,
  parseSealingKeys,
  rotateKeyFile,
  SealingKeyError,
  type SealingKeySource,
} from "./key-file.ts";
export { createSealer, type SealContext, SealError, type Sealer, type SealerOptions } from "./sealer.ts";
export type { SealSuite } from "./suites.ts";

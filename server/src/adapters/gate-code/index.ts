/** Signed codes that a page without network can check: Ed25519 (RFC 8032) over what the code says. */
export { createGateSigner, type GateSigner } from "./gate-signer.ts";

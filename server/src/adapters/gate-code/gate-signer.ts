import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { deriveKey } from "../seal/index.ts";

export interface GateSigner {
  /** 32 bytes in base64url, which pages check codes with. */
  publicKey: string;
  /** `JNT1.<content>.<signature>`, both parts base64url. */
  write(content: object): string;
  /** Content of a code that this platform signed; null for any other text. */
  read(code: string): unknown;
}

const SHAPE = /^JNT1\.([\w-]{2,1200})\.([\w-]{86})$/;
/** PKCS #8 frame of an Ed25519 seed (RFC 8410). */
const FRAME = Buffer.from("302e020100300506032b657004220420", "hex");

/** Signs gate codes under a key derived from a key of the platform, so that it needs no keeping of its own. */
export function createGateSigner(master: Buffer): GateSigner {
  const seed = deriveKey(master, "gate-code-1");
  const privateKey = createPrivateKey({ key: Buffer.concat([FRAME, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  return {
    publicKey: publicKey.export({ format: "jwk" }).x ?? "",
    write(content) {
      const body = Buffer.from(JSON.stringify(content)).toString("base64url");
      return `JNT1.${body}.${sign(null, Buffer.from(body), privateKey).toString("base64url")}`;
    },
    read(code) {
      const [, body = "", signature = ""] = SHAPE.exec(code.trim()) ?? [];
      if (body === "" || !verify(null, Buffer.from(body), publicKey, Buffer.from(signature, "base64url"))) return null;
      try {
        return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
      } catch {
        return null;
      }
    },
  };
}

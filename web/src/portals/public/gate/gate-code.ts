import { verifyAsync } from "@noble/ed25519";

/** Content of a code that was signed. */
export interface GateContent {
  name: string;
  citizenIdMasked: string;
  itemName: string;
  through: string;
  codeUntil: string;
}

export type GateAnswer = { kind: "forged" } | { kind: "expired" | "old-code" | "good"; content: GateContent };

const SHAPE = /^JNT1\.([\w-]{2,1200})\.([\w-]{86})$/u;

function bytes(text: string): Uint8Array {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (c) => c.codePointAt(0) ?? 0);
}

/** Reads a code and holds its signature against the platform's key, in the browser alone: no network is needed. */
export async function readGateCode(code: string, publicKey: string, today: string): Promise<GateAnswer> {
  const [, body = "", signature = ""] = SHAPE.exec(code.trim()) ?? [];
  if (body === "") return { kind: "forged" };
  const genuine = await verifyAsync(bytes(signature), new TextEncoder().encode(body), bytes(publicKey)).catch(
    () => false,
  );
  if (!genuine) return { kind: "forged" };
  const said = JSON.parse(new TextDecoder().decode(bytes(body))) as Record<string, string>;
  const content = {
    name: said.n ?? "",
    citizenIdMasked: said.d ?? "",
    itemName: said.i ?? "",
    through: said.u ?? "",
    codeUntil: said.x ?? "",
  };
  if (content.through < today) return { kind: "expired", content };
  return { kind: content.codeUntil < today ? "old-code" : "good", content };
}

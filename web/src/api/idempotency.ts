import { NetworkError } from "./problem.ts";

/** A random UUID, also on plain http addresses where `crypto.randomUUID` is not offered. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Keys for one user action. The key stays the same while the person repeats the same request after a lost answer, so
 * that nothing is done twice; it changes once the server has answered or the request differs.
 */
export class ActionKey {
  #key: string | null = null;
  #request = "";

  keyFor(request: unknown): string {
    const text = JSON.stringify(request) ?? "";
    if (this.#key === null || text !== this.#request) {
      this.#key = randomKey();
      this.#request = text;
    }
    return this.#key;
  }

  /** Say how the request ended. Only a lost answer keeps the key. */
  settle(error: unknown): void {
    if (!(error instanceof NetworkError)) this.#key = null;
  }
}

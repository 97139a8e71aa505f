import { randomUuid } from "@jinengtong/standards";
import { NetworkError } from "./problem.ts";

/**
 * Idempotency key of one user action. It stays the same while the person repeats the request after a lost answer, so that nothing
 * is done twice; it changes once the server answered or the request differs.
 */
export class ActionKey {
  #key: string | null = null;
  #request = "";

  keyFor(request: unknown): string {
    const text = JSON.stringify(request) ?? "";
    if (this.#key === null || text !== this.#request) {
      this.#key = randomUuid();
      this.#request = text;
    }
    return this.#key;
  }

  /** Reports the end of the request. Only a lost answer keeps the key. */
  settle(error: unknown): void {
    if (!(error instanceof NetworkError)) this.#key = null;
  }
}

import type { FactSource } from "./port.ts";
import { readAnswers } from "./port.ts";

/** Longest answer that is read: some 100,000 facts. */
const MOST_BYTES = 32 << 20;

/**
 * An office's system over HTTP: `POST url` with `{reference, day, persons: [{citizenId, name}]}` and a bearer token; answers
 * `{"answers": […]}`. Redirects are refused, so that the numbers go nowhere else.
 */
export function httpFactSource(given: {
  name: string;
  title: string;
  kinds: readonly string[];
  url: string;
  token: string;
}): FactSource {
  return {
    name: given.name,
    title: given.title,
    kinds: given.kinds,
    async ask(question, signal) {
      const response = await fetch(given.url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${given.token}` },
        body: JSON.stringify(question),
        redirect: "error",
        signal,
      });
      if (!response.ok) throw new Error(`the source answered ${response.status}`);
      return readAnswers(JSON.parse(await textOf(response)));
    },
  };
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error("the answer is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

import { createHash } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { FileReply } from "../../kernel/files.ts";
import { preserialize } from "../../kernel/preserialized.ts";
import type { Services } from "../../kernel/services.ts";

interface CachedPage {
  body: Promise<unknown>;
  etag: Promise<string>;
  made: number;
}

const kept = new WeakMap<Services, Map<string, CachedPage>>();
const SECONDS = 30;

/** A public page: computed at most twice a minute in each process, and not sent again to a browser that has it (ETag). */
export async function publicPage<T extends object>(context: Context, key: string, make: () => Promise<T>): Promise<T> {
  const pages = kept.get(context.services) ?? new Map<string, CachedPage>();
  kept.set(context.services, pages);
  let page = pages.get(key);
  const now = context.now.getTime();
  if (!page || Math.abs(now - page.made) > SECONDS * 1_000) {
    const body = make().then(preserialize);
    page = { body, etag: body.then(digest), made: now };
    pages.set(key, page);
    // A failed page isn't cached: the next request tries again.
    page.etag.catch(() => pages.delete(key));
  }
  const etag = await page.etag;
  const headers = { etag, "cache-control": `public, max-age=${SECONDS}` };
  // The kernel sends a FileReply as it is, whatever the operation's output schema: a 304 has no body.
  if (context.request.headers["if-none-match"] === etag)
    return new FileReply({
      mediaType: "application/json",
      content: Buffer.alloc(0),
      status: 304,
      headers,
    }) as unknown as T;
  for (const header of Object.entries(headers)) context.replyHeaders.push(header);
  return (await page.body) as T;
}

const digest = (body: unknown): string =>
  `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;

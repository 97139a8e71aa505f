import fastifyStatic from "@fastify/static";
import { type County, county } from "@jinengtong/county";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type CarriedAnswers, portalOf } from "./first-state.ts";
import { FixedPiece, joinPieces } from "./gzip-pieces.ts";
import { sendProblem } from "./http.ts";
import { notFound } from "./problem.ts";
import { sendPieces } from "./send-pieces.ts";

export const PAGES_DIRECTORY = path.resolve(import.meta.dirname, "../../../web/dist");

/** Serves the built pages; any address that is neither the API's nor a file's is a page of the single-page application. */
export async function servePages(
  app: FastifyInstance,
  carried: CarriedAnswers,
  directory = PAGES_DIRECTORY,
): Promise<void> {
  // A build that was interrupted leaves some of its pages out.
  const built = ["index.html", "manifest.json", DRAWN].every((page) => existsSync(path.join(directory, page)));
  if (!built) {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound("这个地址")));
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    cacheControl: false,
    index: false,
    globIgnore: ["*.html", "*.json", "**/*.{br,gz}"],
    // Compressed once when they were built.
    preCompressed: true,
    setHeaders: (reply, file) => {
      // Built assets have their digest in their name and are immutable; everything else is revalidated.
      reply.header(
        "cache-control",
        file.includes(`${path.sep}assets${path.sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  // Some pages have a document of their own, with their first paint or their scripts announced; every other address starts empty.
  const empty = await documentOf(path.join(directory, "index.html"), carried);
  const drawn = JSON.parse(await readFile(path.join(directory, DRAWN), "utf8")) as Record<string, string>;
  const files = new Map(Object.entries(drawn));
  for (const address of new Set([...files.keys(), ...carried.pages])) {
    const file = files.get(address) ?? files.get(portalOf(address));
    const page = file === undefined ? empty : await documentOf(path.join(directory, file), carried);
    app.get(address, (request, reply) => page(address, request, reply));
  }
  // Kept on the device by the service worker, and shown where there is no network: it has nothing of anybody.
  const shell = fillPage(await readFile(path.join(directory, "index.html"), "utf8"), county());
  app.get("/shell", (_request, reply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(shell),
  );
  const manifest = fillText(await readFile(path.join(directory, "manifest.json"), "utf8"), county(), jsonText);
  app.get("/manifest.json", (_request, reply) =>
    reply.type("application/manifest+json; charset=utf-8").header("cache-control", "no-cache").send(manifest),
  );
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith("/api/") && !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    return isPage ? empty(null, request, reply) : sendProblem(reply, notFound("这个地址"));
  });
}

/** Of the pages with a document of their own: file by address. */
const DRAWN = "documents.json";

type Document = (address: string | null, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Serves a built document with the county filled in (one build serves every county) and what its page shows first. */
async function documentOf(file: string, carried: CarriedAnswers): Promise<Document> {
  const page = fillPage(await readFile(file, "utf8"), county());
  const end = page.lastIndexOf("</body>");
  const head = new FixedPiece(page.slice(0, end));
  const digest = createHash("sha256").update(page).digest("base64url");
  const foot = Buffer.from(page.slice(end));
  return async (address, request, reply) => {
    const { block, personal } = await carried.firstState(address, request, reply);
    const pieces = [head, ...block, foot];
    if (personal) reply.header("cache-control", "private, no-store");
    else {
      const etag = `W/"${digest}${createHash("sha256").update(joinPieces(block)).digest("base64url")}"`;
      reply.headers({ "cache-control": "no-cache", etag });
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    }
    return sendPieces(reply, "text/html", pieces);
  };
}

/**
 * Fills the county into a built page: its words in place of `{{product.name}}` and the like, and all of it as a data block (not a
 * script, which the security policy would block) for the application.
 */
export function fillPage(page: string, given: County): string {
  const data = JSON.stringify(given).replaceAll("<", "\\u003c");
  return fillText(page, given, escapeHtml).replace(
    "</head>",
    () => `<script type="application/json" id="county">${data}</script>\n  </head>`,
  );
}

const fillText = (text: string, given: County, write: (word: string) => string): string =>
  text.replaceAll(/\{\{([\w.]+)\}\}/g, (_, place: string) => write(wordAt(given, place)));

/** A word as it stands between the quotes of a JSON text. */
const jsonText = (word: string): string => JSON.stringify(word).slice(1, -1);

function wordAt(given: unknown, place: string): string {
  const word = place
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], given);
  return typeof word === "string" ? word : "";
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

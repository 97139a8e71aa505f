import { negotiate } from "@fastify/accept-negotiator";
import fastifyStatic from "@fastify/static";
import { type County, county } from "@jinengtong/county";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { sendProblem } from "./http.ts";
import { notFound } from "./problem.ts";

export const PAGES_DIRECTORY = path.resolve(import.meta.dirname, "../../../web/dist");

/** Serves the built pages; any address that is neither the API's nor a file's is a page of the single-page application. */
export async function servePages(app: FastifyInstance): Promise<void> {
  // A build that was interrupted leaves some of its pages out.
  const built = ["index.html", "home.html"].every((page) => existsSync(path.join(PAGES_DIRECTORY, page)));
  if (!built) {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound("这个地址")));
    return;
  }
  await app.register(fastifyStatic, {
    root: PAGES_DIRECTORY,
    wildcard: false,
    cacheControl: false,
    index: false,
    globIgnore: ["*.html", "**/*.{br,gz}"],
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
  // The home page is prerendered; every other address starts empty.
  const home = await pageOf("home.html");
  const empty = await pageOf("index.html");
  app.get("/", home);
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith("/api/") && !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    return isPage ? empty(request, reply) : sendProblem(reply, notFound("这个地址"));
  });
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Serves a built page with the county filled in: one build serves every county. */
async function pageOf(name: string): Promise<Handler> {
  const page = fillPage(await readFile(path.join(PAGES_DIRECTORY, name), "utf8"), county());
  const etag = `W/"${createHash("sha256").update(page).digest("base64url")}"`;
  const encoded = { br: brotliCompressSync(page), gzip: gzipSync(page) };
  return (request, reply) => {
    reply.headers({ "cache-control": "no-cache", etag, vary: "accept-encoding" });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    const encoding = negotiate(request.headers["accept-encoding"] ?? "", ["br", "gzip"]);
    if (encoding) reply.header("content-encoding", encoding);
    return reply.type("text/html; charset=utf-8").send(encoding ? encoded[encoding] : page);
  };
}

/**
 * Fills the county into a built page: its words in place of `{{product.name}}` and the like, and all of it as a data block (not a
 * script, which the security policy would block) for the application.
 */
export function fillPage(page: string, given: County): string {
  const data = JSON.stringify(given).replaceAll("<", "\\u003c");
  return page
    .replaceAll(/\{\{([\w.]+)\}\}/g, (_, place: string) => escapeHtml(wordAt(given, place)))
    .replace("</head>", () => `<script type="application/json" id="county">${data}</script>\n  </head>`);
}

function wordAt(given: unknown, place: string): string {
  const word = place
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], given);
  return typeof word === "string" ? word : "";
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

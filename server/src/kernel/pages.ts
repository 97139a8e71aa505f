import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { existsSync } from "node:fs";
import path from "node:path";
import { sendProblem } from "./http.ts";
import { notFound } from "./problem.ts";

export const PAGES_DIRECTORY = path.resolve(import.meta.dirname, "../../../web/dist");

/** Serves the built pages; any address that is not the API's or a file's is a page of the one-page application. */
export async function servePages(app: FastifyInstance): Promise<void> {
  const built = existsSync(path.join(PAGES_DIRECTORY, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: PAGES_DIRECTORY,
      wildcard: false,
      cacheControl: false,
      // The home page comes with its first state in it; every other address begins empty.
      index: ["home.html", "index.html"],
      setHeaders: (reply, file) => {
        // Built assets carry their digest in their name; the page itself must be asked for again.
        reply.header(
          "cache-control",
          file.includes(`${path.sep}assets${path.sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      built &&
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    return isPage
      ? reply.header("cache-control", "no-cache").sendFile("index.html")
      : sendProblem(reply, notFound("这个地址"));
  });
}

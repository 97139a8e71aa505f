import cookie from "@fastify/cookie";
import compress from "@fastify/compress";
import multipart from "@fastify/multipart";
import Fastify, { type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import { createDoor } from "./access/index.ts";
import { CarriedAnswers } from "./kernel/first-state.ts";
import { serveHealth } from "./kernel/health.ts";
import { sendProblem, serveOperations } from "./kernel/http.ts";
import { openApi } from "./kernel/openapi.ts";
import { serveMetrics } from "./kernel/metrics.ts";
import type { NamedOperations } from "./kernel/operation.ts";
import { Problem } from "./kernel/problem.ts";
import { sendSecurityHeaders } from "./kernel/security-headers.ts";
import { COMPRESS_FROM } from "./kernel/send-pieces.ts";
import type { Services } from "./kernel/services.ts";
import { servePages } from "./kernel/pages.ts";
import { operations } from "./modules.ts";
import { acted, actFor } from "./people/index.ts";

const JSON_LIMIT = 2 * 1_048_576;
const COMPRESS_AT_ONCE = 512 * 1_024;

/** The platform as an HTTP server, not yet listening. */
export async function createApp(services: Services, served: NamedOperations = operations): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: JSON_LIMIT,
    trustProxy: (_address, hop) => hop < services.config.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    // Long enough for a scan over a slow line, short enough that dribbled bodies don't keep connections for ever.
    requestTimeout: 600_000,
    // The router's own refusals never reach the error handler.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, fromFramework(error)),
  });
  await app.register(cookie);
  await app.register(multipart);
  await app.register(compress, {
    global: true,
    threshold: COMPRESS_FROM,
    // Answers are complete when they are sent: compressing them at once costs a seventh of what a stream for each does.
    syncThreshold: COMPRESS_AT_ONCE,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
    zlibOptions: { level: 1 },
    encodings: ["br", "gzip"],
  });
  sendSecurityHeaders(app, services.config.publicUrl);
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) =>
    sendProblem(reply, fromFramework(error)),
  );
  serveMetrics(app, services);
  serveHealth(app, services);
  serveDescription(app, served, services);
  const wiring = { services, door: createDoor({ actFor, acted }), refusals: services.house.refusals };
  serveOperations(app, [...served.values()], wiring);
  await servePages(app, new CarriedAnswers([...served.values()], wiring));
  return app;
}

/** The description is worked out when somebody first asks: it takes a seventh of a start's processor time, and most processes are never asked. */
function serveDescription(app: FastifyInstance, served: NamedOperations, services: Services): void {
  let texts: ReadonlyMap<string, string> | null = null;
  for (const name of ["openapi", "schemas"]) {
    app.get(`/api/${name}.json`, (_request, reply) => {
      texts ??= new Map(
        Object.entries(openApi(served, services.config.publicUrl)).map(([part, content]) => [
          part,
          JSON.stringify(content),
        ]),
      );
      return reply.type("application/json; charset=utf-8").send(texts.get(name));
    });
  }
}

/** Malformed requests that the framework refuses before an operation runs. */
function fromFramework(error: Error & { statusCode?: number; code?: string }): Problem {
  switch (error.statusCode) {
    case 413:
      return new Problem(413, "body-too-large", "提交的内容过大，请分次提交，文件请用上传功能。");
    case 415:
      return new Problem(415, "unsupported-media-type", "内容格式不支持，请以 JSON 提交。");
    case undefined:
    case 500:
      return new Problem(500, "internal", "系统出现问题，已记录。您填写的内容没有丢失，请稍后再试。");
    default:
      return new Problem(error.statusCode, "malformed-request", "请求不完整或格式有误，请刷新页面后重试。");
  }
}

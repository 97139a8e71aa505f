import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Services } from "./services.ts";

/** `/metrics` in Prometheus text: process, request durations by route and status, database pool. */
export function serveMetrics(app: FastifyInstance, services: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer, by route, method and status",
    labelNames: ["route", "method", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.06, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  registry.registerMetric(
    new Gauge({
      name: "database_pool_connections",
      help: "Connections of this process, by state",
      labelNames: ["state"] as const,
      registers: [],
      collect() {
        this.set({ state: "total" }, services.pool.totalCount);
        this.set({ state: "idle" }, services.pool.idleCount);
        this.set({ state: "waiting" }, services.pool.waitingCount);
      },
    }),
  );
  app.addHook("onResponse", (request, reply, done) => {
    durations.observe(
      { route: request.routeOptions.url ?? "none", method: request.method, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

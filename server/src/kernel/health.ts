import type { FastifyInstance } from "fastify";
import type { Services } from "./services.ts";

/** `/healthz`: the process is alive. `/readyz`: it can serve. */
export function serveHealth(app: FastifyInstance, services: Services): void {
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const database = await services.pool.query("select 1").then(
      () => "ok",
      () => "unreachable",
    );
    const ready = database === "ok";
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable", checks: { database } });
  });
}

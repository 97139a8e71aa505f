import { once } from "node:events";
import pg from "pg";
import { createApp } from "./app.ts";
import { demoGreeting, prepareCounty } from "./demo/index.ts";
import { readConfig } from "./kernel/config.ts";
import { startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { unknownYearAhead } from "./kernel/holidays.ts";
import { followLaw } from "./kernel/published-law.ts";
import { requireOwnConnections } from "./kernel/own-connections.ts";
import { migrate } from "./kernel/migrate.ts";
import { buildPages } from "./kernel/pages-build.ts";
import { startQueue } from "./kernel/queue.ts";
import { sealedPlaces } from "./kernel/sealed.ts";
import { startSealing } from "./kernel/audit.ts";
import { createServices, readDeployment } from "./platform.ts";
import { readyFigures } from "./reporting/index.ts";

/** `npm start`: database, schema, pages, queue, HTTP; stopped in the opposite order on a signal. */
async function main(): Promise<void> {
  const config = readConfig();
  await readDeployment(config);
  const { default: pino } = await import("pino");
  const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null }, pino.destination({ dest: 2, sync: true }));
  const running = config.databaseUrl ?? config.embeddedUrl;
  const embedded = running === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log }) : null;
  const ownerUrl = running ?? (embedded?.url as string);
  if (config.databaseUrl !== null) await requireOwnConnections(config.databaseUrl);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  await migrate(owner).finally(() => owner.end());
  const services = await createServices(config, ownerUrl);
  await sealedPlaces(services.database, services.house.sealed);
  const year = unknownYearAhead(services.clock.now());
  if (year !== null)
    log.warn(
      { year },
      "the holidays of this year are not known: enter them in HOLIDAYS_FILE, until then nothing that reaches into it is closed",
    );
  await buildPages(log);
  if (config.demo) await prepareCounty(services, ownerUrl);
  await readyFigures(services);
  const app = await createApp(services);
  const queue = await startQueue(ownerUrl, services, services.house.queueWork);
  const sealing = startSealing(services);
  const law = followLaw(services);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // A request that hangs must not keep the database from closing cleanly.
    const impatient = setTimeout(() => app.server.closeAllConnections(), 8_000).unref();
    await app.close();
    clearTimeout(impatient);
    await sealing.stop();
    await law.stop();
    await queue.stop().catch(() => {});
    await services.database.destroy();
    await embedded?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());

  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  process.stdout.write(`ready http://${config.host}:${port}\n`);
  if (config.demo) process.stdout.write(demoGreeting());
  await once(process, "exit");
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${JSON.stringify({ level: 60, msg: "start failed", error: error instanceof Error ? error.message : String(error) })}\n`,
  );
  process.exit(1);
});

/**
 * One throwaway PostgreSQL for a test run, in a temporary directory, started when a test file first asks for a database. Test files
 * run in worker processes, so they ask over a local socket.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import type { EmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { copyMigratedCluster } from "./migrated-cluster.ts";
import { temporaryDirectory } from "@jinengtong/embedded-postgres/temporary-directory";

declare module "vitest" {
  export interface ProvidedContext {
    /** Socket that answers with the server's URL, starting the server at the first request. */
    testPostgres: string;
  }
}

interface TestServer {
  readonly postgres: EmbeddedPostgres;
  readonly dataDir: string;
}

async function startServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(temporaryDirectory(), "jinengtong-test-"));
  await copyMigratedCluster(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, throwaway: true });
  return { postgres, dataDir };
}

/** vitest calls it before the first test file of the project, and the returned function after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | undefined;
  const http = createServer((_request, response) => {
    server ??= startServer();
    server.then(
      ({ postgres }) => response.end(postgres.url),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address ? address.port : 0;
  project.provide("testPostgres", `http://127.0.0.1:${port}/`);
  return async () => {
    http.closeAllConnections();
    http.close();
    const started = await server?.catch(() => undefined);
    if (!started) return;
    await started.postgres.stop();
    await rm(started.dataDir, { recursive: true, force: true });
  };
}

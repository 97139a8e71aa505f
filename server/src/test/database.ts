/** Databases for tests: real, migrated, one per test file that asks. */
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./template.ts";

export interface TestDatabase {
  /** Connects as the owner. */
  readonly url: string;
  /** Drops the database; open connections are cut. */
  drop(): Promise<void>;
}

/** URL of the test server's maintenance database; the first call of a test run starts the server. */
export async function testServerUrl(): Promise<string> {
  const response = await fetch(inject("testPostgres"));
  const body = await response.text();
  if (!response.ok) throw new Error(`the test database server did not start:\n${body}`);
  return body;
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A pool reports its end before its connections have ended: cut while closing, they would fail whatever test runs then. One left
 * open on purpose is cut after a second.
 */
const waitForConnections = (name: string): string => `DO $$ BEGIN
  FOR n IN 1..50 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend');
    PERFORM pg_sleep(0.02);
  END LOOP;
END $$`;

/** A new copy of the migrated template (or an empty database). */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = await testServerUrl();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = options.empty ? "template0" : TEMPLATE;
  // Copying files (instead of pages through the log) is faster for a database that nobody else uses.
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, waitForConnections(name), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { county } from "@jinengtong/county";
import { openSession } from "../access/index.ts";
import { createApp } from "../app.ts";
import type { Role } from "../kernel/actor.ts";
import type { Actor } from "../kernel/actor.ts";
import { readConfig } from "../kernel/config.ts";
import { inTransaction, type Context } from "../kernel/context.ts";
import { nameOperations, type OperationRecord } from "../kernel/operation.ts";
import { drainQueue } from "../kernel/queue.ts";
import type { Services } from "../kernel/services.ts";
import { createServices } from "../platform.ts";
import { createTestDatabase } from "./database.ts";

export const COUNTY = "320682";

/** Path of a shipped county's file by folder, or of a file. */
export const countyFile = (name: string): string =>
  path.isAbsolute(name) ? name : path.resolve(import.meta.dirname, `../../../counties/${name}/county.json`);

/** The whole platform on a database of its own, without a port. */
export interface TestApp {
  app: FastifyInstance;
  services: Services;
  /** Connection as the owner, for migrations and generators. */
  ownerUrl: string;
  /** The platform's clock; set it to another day. */
  setNow(instant: string): void;
  /** A signed-in account of that role. */
  as(
    role: Role,
    given?: Partial<Pick<Actor, "organisationId" | "personId" | "region">> & { name?: string },
  ): Promise<TestClient>;
  /** Signs in an existing account. */
  signedIn(accountId: string): Promise<TestClient>;
  anonymous: TestClient;
  /** Signs in by password, as a person or program does. */
  signIn(username: string, password: string): Promise<TestClient>;
  /** Runs all background work that is due. */
  drain(): Promise<void>;
  /** Runs work as the platform itself, without a request. */
  work<T>(run: (context: Context) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TestClient {
  accountId: string;
  cookie: string;
  csrfToken: string;
  get<T = unknown>(url: string): Promise<Answer<T>>;
  post<T = unknown>(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = unknown>(url: string, body?: unknown): Promise<Answer<T>>;
  del<T = unknown>(url: string): Promise<Answer<T>>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export interface Answer<T> {
  status: number;
  body: T & { code?: string; detail?: string; errors?: { pointer: string; detail: string }[] };
  headers: LightMyRequestResponse["headers"];
}

export async function createTestApp(
  options: { now?: string; operations?: OperationRecord; county?: string; policies?: string; forms?: string } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-"));
  let now: Date | null = options.now === undefined ? null : new Date(options.now);
  const config = readConfig({ DATA_DIR: dataDir, PORT: "0", DEMO: "0", POOL_SIZE: "8" });
  if (options.county !== undefined) config.countyFile = countyFile(options.county);
  if (options.policies !== undefined) config.policiesDir = options.policies;
  if (options.forms !== undefined) config.formsDir = options.forms;
  const services = await createServices(config, database.url, { clock: { now: () => now ?? new Date() } });
  services.log.level = process.env.LOG_LEVEL ?? "silent";
  const app = await createApp(services, options.operations && nameOperations([options.operations]));
  const signedIn = async (accountId: string): Promise<TestClient> => {
    const session = await openSession(services.database, accountId, { now: services.clock.now() });
    return client(app, accountId, session.token, session.csrfToken);
  };
  return {
    app,
    services,
    ownerUrl: database.url,
    anonymous: client(app, "", "", ""),
    setNow(instant) {
      now = new Date(instant);
    },
    async as(role, given = {}) {
      const account = await services.database
        .insertInto("account")
        .values({
          username: `${role}-${randomUUID().slice(0, 8)}`,
          name: given.name ?? `测试${role}`,
          role,
          password_hash: null,
          person_id: given.personId ?? null,
          organisation_id: given.organisationId ?? null,
          region: given.region ?? county().region.code,
          locked_until: null,
          created_by: null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return signedIn(account.id);
    },
    signedIn,
    async signIn(username, password) {
      const response = await app.inject({ method: "POST", url: "/api/v1/session", payload: { username, password } });
      const token = response.cookies.find((cookie) => cookie.name === "jnt_session")?.value ?? "";
      const { csrfToken, account } = response.json<{ csrfToken: string; account: { id: string } }>();
      return client(app, account.id, token, csrfToken);
    },
    drain: () => drainQueue(database.url, services, services.house.queueWork),
    work: (run) => inTransaction(services, run),
    async close() {
      await app.close();
      await services.database.destroy();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function client(app: FastifyInstance, accountId: string, token: string, csrfToken: string): TestClient {
  const inject = (given: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({
      ...given,
      headers: { ...(token ? { cookie: `jnt_session=${token}`, "x-csrf-token": csrfToken } : {}), ...given.headers },
    });
  const send = async <T>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) });
    const type = String(response.headers["content-type"] ?? "");
    return {
      status: response.statusCode,
      body: (type.includes("json") ? response.json() : response.body) as Answer<T>["body"],
      headers: response.headers,
    };
  };
  return {
    accountId,
    cookie: `jnt_session=${token}`,
    csrfToken,
    inject,
    get: (url) => send("GET", url),
    post: (url, body = {}, headers = {}) => send("POST", url, body, headers),
    put: (url, body = {}) => send("PUT", url, body),
    del: (url) => send("DELETE", url),
  };
}

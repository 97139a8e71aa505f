import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateCounty } from "./demo/index.ts";
import { demoAccount } from "./access/index.ts";
import type { Role } from "./kernel/actor.ts";
import { sql } from "./kernel/database.ts";
import { operations } from "./modules.ts";
import { createTestApp, type TestApp, type TestClient } from "./test/index.ts";
import { describedOperation } from "./test/described.ts";
import { nastyValue, valueOf } from "./test/schema-samples.ts";

/**
 * Calls every operation of the OpenAPI document with valid and hostile input, as an account that may call it: no answer is a 5xx.
 */
let app: TestApp;
let ids: fc.Arbitrary<string>;
const clients = new Map<Role, TestClient>();

const USERNAMES: Partial<Record<Role, string>> = {
  learner: "learner",
  institution: "institution",
  enterprise: "enterprise",
  evaluator: "evaluator",
  reviewer: "reviewer1",
  department: "department",
  finance: "finance1",
  auditor: "auditor",
  security: "security",
  admin: "admin",
};

beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  await generateCounty(app.services, app.ownerUrl, { people: 300 });
  const tables = [
    "person",
    "organisation",
    "training_class",
    "class_session",
    "enrolment",
    "claim",
    "certificate",
    "payment",
    "payment_batch",
    "fund_source",
    "course",
    "lesson",
    "room",
    "teacher",
    "admission",
  ];
  const existing: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id limit 6`.execute(
      app.services.database,
    );
    existing.push(...rows.map((row) => row.id));
  }
  ids = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary: fc.uuid() });
  for (const [role, username] of Object.entries(USERNAMES))
    clients.set(role as Role, await app.signIn(username, demoAccount(username).password));
}, 60_000);
afterAll(() => app.close());

/** These end the session they are called with. */
const ENDS_SESSION = /session|password|sign-out/;

describe("every endpoint answers", () => {
  it.each(
    [...operations.values()]
      .filter((op) => !(op.method !== "GET" && ENDS_SESSION.test(op.path)))
      .map((op) => [`${op.method} ${op.path}`, op] as const),
  )("%s", async (_name, op) => {
    const described = describedOperation(op);
    const client =
      "public" in op.permission ? app.anonymous : (clients.get(op.permission.roles[0] as Role) as TestClient);
    const part = (where: "path" | "query") =>
      fc.record(
        Object.fromEntries(
          (described.parameters ?? [])
            .filter((each) => each.in === where)
            .map((each) => [each.name, valueOf(each.schema, ids)]),
        ),
        where === "path" ? {} : { requiredKeys: [] },
      );
    const bodySchema = described.requestBody?.content["application/json"]?.schema;
    const body = bodySchema
      ? fc.oneof({ weight: 5, arbitrary: valueOf(bodySchema, ids) }, { weight: 1, arbitrary: nastyValue })
      : fc.constant(undefined);
    await fc.assert(
      fc.asyncProperty(part("path"), part("query"), body, async (path, query, payload) => {
        const filled = op.path.replace(/:(\w+)/g, (_match, name: string) =>
          encodeURIComponent(text(path[name]) || "x"),
        );
        const search = new URLSearchParams(
          Object.entries(query).map(([name, value]) => [name, text(value)]),
        ).toString();
        const response = await client.inject({
          method: op.method,
          url: `${filled}?${search}`,
          ...(payload === undefined || op.method === "GET"
            ? {}
            : { headers: { "content-type": "application/json" }, payload: JSON.stringify(payload) }),
        });
        if (response.statusCode >= 500)
          throw new Error(`${response.statusCode} ${op.method} ${filled}?${search} ${JSON.stringify(payload)}`);
        const type = String(response.headers["content-type"] ?? "");
        expect(response.statusCode < 400 || type.includes("application/problem+json")).toBe(true);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

const text = (value: unknown): string => (typeof value === "string" ? value.toWellFormed() : JSON.stringify(value));

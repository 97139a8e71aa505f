import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "./kernel/actor.ts";
import { transitionsOf } from "./kernel/states.ts";
import { modules, operations } from "./modules.ts";
import { aPerson, anOrganisation, createTestApp, type TestApp, type TestClient } from "./test/index.ts";

/** Invariants across modules: permissions, state tables, table owners. */
let app: TestApp;
const clients = new Map<Role, TestClient>();

beforeAll(async () => {
  app = await createTestApp();
  const person = await aPerson(app);
  for (const role of Object.keys(ROLES) as Role[]) {
    const belongs = {
      ...(role === "learner" ? { personId: person.id } : {}),
      ...(["institution", "enterprise", "evaluator", "department"].includes(role)
        ? { organisationId: await anOrganisation(app) }
        : {}),
    };
    clients.set(role, await app.as(role, belongs));
  }
});
afterAll(() => app.close());

const url = (route: string): string => route.replace(/:id\b/g, randomUUID()).replace(/:\w+/g, "x");

describe("every route", () => {
  it.each([...operations.values()].map((op) => [`${op.method} ${op.path}`, op] as const))(
    "%s lets in exactly the roles it declares",
    async (_name, op) => {
      const call = async (client: TestClient) => {
        const response = await client.inject({
          method: op.method,
          url: url(op.path),
          ...(op.method === "GET" ? {} : { payload: {} }),
        });
        const type = String(response.headers["content-type"] ?? "");
        return {
          status: response.statusCode,
          code: type.includes("problem+json") ? (response.json().code as string) : "",
        };
      };
      const stranger = await call(app.anonymous);
      if ("public" in op.permission) {
        expect(stranger.code).not.toBe("not-signed-in");
        return;
      }
      expect(op.permission.roles.length).toBeGreaterThan(0);
      expect(stranger).toEqual({ status: 401, code: "not-signed-in" });
      for (const [role, client] of clients) {
        // An operation that ends sessions would sign the test's own account out.
        if (op.path.startsWith("/api/v1/session") && op.method !== "GET") continue;
        const { status, code } = await call(client);
        if (op.permission.roles.includes(role)) expect([role, code]).not.toEqual([role, "forbidden"]);
        else expect([role, status, code]).toEqual([role, 403, "forbidden"]);
        expect([role, status]).not.toEqual([role, 500]);
      }
    },
  );
});

describe("every state machine", () => {
  const machines = modules.flatMap((module) => module.states ?? []);

  it("is the same table in the code and in the database", async () => {
    const rows = await app.services.database.selectFrom("state_transition").selectAll().execute();
    const inDatabase = rows.map((row) => `${row.machine}: ${row.from_state} → ${row.to_state}`).toSorted();
    const inCode = machines
      .flatMap((machine) => transitionsOf(machine).map(([from, to]) => `${machine.machine}: ${from} → ${to}`))
      .toSorted();
    expect(inCode).toEqual(inDatabase);
  });

  it.each(machines.map((machine) => [machine.machine, machine] as const))(
    "%s names only states it has",
    (_name, machine) => {
      for (const [, to] of transitionsOf(machine)) expect(Object.keys(machine.states)).toContain(to);
    },
  );
});

describe("every table", () => {
  it("is written by the module that owns it, and by no other", async () => {
    const root = import.meta.dirname;
    const owners = new Map<string, string>();
    const writes: [string, string, string][] = [];
    for (const folder of await readdir(root, { withFileTypes: true })) {
      if (!folder.isDirectory() || ["test", "admin"].includes(folder.name)) continue;
      for (const file of await readdir(path.join(root, folder.name), { recursive: true })) {
        if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
        const text = await readFile(path.join(root, folder.name, file), "utf8");
        if (file === "tables.ts" || (folder.name === "kernel" && file === "database.ts")) {
          for (const match of text.matchAll(/^ {2,4}(\w+): \{$/gm)) owners.set(match[1] as string, folder.name);
        }
        const statements =
          /(?:insertInto|updateTable|deleteFrom|sink\.add)\("(\w+)|(?:insert into|update|delete from)\s+(\w+)\s/g;
        for (const match of text.matchAll(statements))
          writes.push([folder.name, file, (match[1] ?? match[2]) as string]);
      }
    }
    const foreign = writes.filter(
      ([module, , table]) => owners.has(table) && owners.get(table) !== module && owners.get(table) !== "kernel",
    );
    expect(foreign).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test/database.ts";
import { transactionPooler } from "../test/transaction-pooler.ts";
import { requireOwnConnections } from "./own-connections.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
});
afterAll(() => database.drop());

describe("the database's connections", () => {
  it("are the platform's own on a direct connection", async () => {
    await expect(requireOwnConnections(database.url)).resolves.toBeUndefined();
  });

  it.each([{ roundRobin: false }, { roundRobin: true }])(
    "are refused behind a pooler that lends them by transaction, with what to do: %o",
    async (lending) => {
      const pooler = await transactionPooler(database.url, lending);
      try {
        await expect(requireOwnConnections(pooler.url)).rejects.toThrow(/session 方式/u);
      } finally {
        await pooler.close();
      }
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modules } from "../modules.ts";
import { createTestApp, type TestApp } from "../test/index.ts";
import { transitionsOf } from "./states.ts";

const machines = modules.flatMap((module) => module.states ?? []);
const sorted = (pairs: [string, string][]): string[] =>
  pairs.map(([from, to]) => `${from || "(birth)"} → ${to}`).toSorted();

describe("the state machines of all modules", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.each(machines.map((machine) => [machine.machine, machine] as const))(
    "%s has the same moves in the code as in the database",
    async (name, machine) => {
      const stored = await app.services.database
        .selectFrom("state_transition")
        .selectAll()
        .where("machine", "=", name)
        .execute();
      expect(sorted(transitionsOf(machine))).toEqual(sorted(stored.map((row) => [row.from_state, row.to_state])));
    },
  );
  it.each(machines.map((machine) => [machine.machine, machine] as const))(
    "%s names only states it has",
    (_name, machine) => {
      const states = new Set(Object.keys(machine.states));
      expect(transitionsOf(machine).filter(([, to]) => !states.has(to))).toEqual([]);
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnyOperation } from "./kernel/operation.ts";
import { operations } from "./modules.ts";
import { createTestApp, type TestApp, upload } from "./test/index.ts";
import { describedOperation } from "./test/described.ts";
import { addressTries } from "./test/foreign-ids/addresses.ts";
import { evaluationTries } from "./test/foreign-ids/evaluation.ts";
import { moneyTries } from "./test/foreign-ids/money.ts";
import { peopleTries } from "./test/foreign-ids/people.ts";
import { postingTries } from "./test/foreign-ids/postings.ts";
import { trainingTries } from "./test/foreign-ids/training.ts";
import { aWorld, SECRET, type Try, type World } from "./test/foreign-ids/world.ts";

/**
 * Ids that a body or an address names beside the thing that is acted on. Whoever may act on a thing of their own puts in the id of somebody else's: refused, and nothing told, where
 * the same act with an own id goes through. Which ids there are is read from the schemas.
 */
let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
  world = await aWorld(app);
});
afterAll(() => app.close());

const TRIES = [trainingTries, peopleTries, moneyTries, evaluationTries, addressTries, postingTries];
const named = TRIES.flatMap((tries) => Object.keys(tries({} as World)));
const tryOf = (name: string): Promise<Try> => {
  for (const tries of TRIES) {
    const found = tries(world)[name];
    if (found) return found();
  }
  throw new Error(name);
};

const EXEMPT: Record<string, string> = {
  "classShares.propose partnerId": "names another school, which must agree before its part counts",
  "batches.make only.organisationId": "narrows the payables that the officer sees anyway",
  "batches.make only.classId": "narrows the payables that the officer sees anyway",
  "samples.draw filter.organisationId": "narrows the records that the auditor sees anyway",
};

/** A page of rows, or the same as a workbook. */
const isList = (op: AnyOperation): boolean =>
  op.method === "GET" && (op.path.endsWith("/export") || "rows" in ((op.output as { shape?: object }).shape ?? {}));

type Schema = Record<string, unknown>;

/** Where a schema holds an id: `marks[].enrolmentId`. */
function idsOf(schema: Schema | undefined, at = ""): string[] {
  if (schema === undefined) return [];
  if (schema.format === "uuid") return [at];
  const either = ["anyOf", "oneOf", "allOf"].flatMap((key) => (schema[key] ?? []) as Schema[]);
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return [
    ...either.flatMap((each) => idsOf(each, at)),
    ...properties.flatMap(([name, each]) => idsOf(each, at === "" ? name : `${at}.${name}`)),
    ...idsOf(schema.items as Schema | undefined, `${at}[]`),
  ];
}

/** Ids of an address: those of its path but the first, and those of its query. */
function idsOfAddress(op: AnyOperation): string[] {
  const ids = (describedOperation(op).parameters ?? []).filter(({ schema }) => idsOf(schema).length > 0);
  const inPath = [...op.path.matchAll(/:(\w+)/gu)].map(([, name]) => name);
  return ids.flatMap(({ name, in: where }) => (where === "path" && name === inPath[0] ? [] : [name]));
}

it("every id is tried, or exempt with a reason", () => {
  const found = [...operations].flatMap(([id, op]) => [
    ...idsOf(describedOperation(op).requestBody?.content["application/json"]?.schema).map((field) => `${id} ${field}`),
    // A list narrowed by an id is walked by strangers.test.ts.
    ...(isList(op) ? [] : idsOfAddress(op).map((field) => `${id} ${field}`)),
  ]);
  expect([...new Set(found)].toSorted()).toEqual([...named, ...Object.keys(EXEMPT)].toSorted());
});

describe("an id of somebody else is refused, an own one is not", () => {
  it.each(named)("%s", async (name) => {
    const { who, method = "POST", url, body, file, own, others } = await tryOf(name);
    expect([own, others]).not.toContain("");
    const send = (id: string) => {
      const at = typeof url === "string" ? url : url(id);
      if (file) return upload(who, at, file);
      if (method === "GET") return who.get(at);
      if (method === "DELETE") return who.del(at);
      return method === "PUT" ? who.put(at, body?.(id)) : who.post(at, body?.(id));
    };
    const refused = await send(others);
    expect([403, 404, 409, 422]).toContain(refused.status);
    expect(refused.body.code).not.toBe("invalid-input");
    expect(JSON.stringify(refused.body)).not.toContain(SECRET);
    const done = await send(own);
    expect(done).toMatchObject({ status: 200 });
  });
});

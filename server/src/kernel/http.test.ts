import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { COUNTY, createTestApp, type TestApp, type TestClient } from "../test/index.ts";
import { json, sql } from "./database.ts";
import { operation } from "./operation.ts";
import { conflict } from "./problem.ts";
import { ById, CivilDate, Fen, Text } from "./shapes.ts";

/** A small API of notes, to test the kernel's guarantees. */
const addNote = operation({
  method: "POST",
  path: "/api/v1/test-notes",
  summary: "记一条",
  permission: { roles: ["reviewer"] },
  scope: "notes:write",
  body: z.strictObject({ text: Text(40), on: CivilDate, amountFen: Fen.optional() }),
  output: z.object({ id: z.string() }),
  async run(context, { body }) {
    if (body.text === "冲突") throw conflict("note-conflict", "这条已有，请换一条。");
    const task = await context.db
      .insertInto("long_task")
      .values({ kind: "note", input: json(body), region: context.actor.region })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "job", id: task.id });
    return { id: task.id };
  },
});

const readNote = operation({
  method: "GET",
  path: "/api/v1/test-notes/:id",
  summary: "读一条",
  permission: {
    roles: ["reviewer", "auditor"],
    over: async (context, { params }) =>
      (await context.db.selectFrom("long_task").select("region").where("id", "=", params.id).executeTakeFirst()) ??
      null,
  },
  params: ById,
  output: z.object({ input: z.unknown() }),
  run: (context, { params }) =>
    context.db.selectFrom("long_task").select("input").where("id", "=", params.id).executeTakeFirstOrThrow(),
});

const flakyNote = operation({
  method: "POST",
  path: "/api/v1/test-flaky",
  summary: "前两次遇到序列化冲突",
  permission: { roles: ["reviewer"] },
  output: z.object({ tries: z.number() }),
  async run(context) {
    tries += 1;
    await context.db.insertInto("long_task").values({ kind: "flaky", input: "{}" }).execute();
    if (tries < 3)
      await sql`do $$ begin raise exception 'serialisation' using errcode = '40001'; end $$`.execute(context.db);
    return { tries };
  },
});
let tries = 0;

let app: TestApp;
let reviewer: TestClient;
const notes = async (): Promise<number> =>
  Number(
    (
      await app.services.database
        .selectFrom("long_task")
        .select((e) => e.fn.countAll().as("n"))
        .where("kind", "=", "note")
        .executeTakeFirstOrThrow()
    ).n,
  );

beforeAll(async () => {
  app = await createTestApp({ operations: { notes: { add: addNote, read: readNote, flaky: flakyNote } } });
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());

describe("what comes in", () => {
  const cases: [string, unknown, number, string, string | undefined][] = [
    ["a missing field", { text: "甲" }, 422, "invalid-input", "/on"],
    ["a date that never was", { text: "甲", on: "2021-02-29" }, 422, "invalid-input", "/on"],
    ["negative money", { text: "甲", on: "2021-02-28", amountFen: -1 }, 422, "invalid-input", "/amountFen"],
    ["half a fen", { text: "甲", on: "2021-02-28", amountFen: 0.5 }, 422, "invalid-input", "/amountFen"],
    ["an unknown property", { text: "甲", on: "2021-02-28", colour: "红" }, 422, "invalid-input", "/"],
    ["a character the database can't hold", { text: "甲\u0000", on: "2021-02-28" }, 422, "invalid-input", "/"],
    ["too long a text", { text: "长".repeat(41), on: "2021-02-28" }, 422, "invalid-input", "/text"],
    ["what is refused by the work itself", { text: "冲突", on: "2021-02-28" }, 409, "note-conflict", undefined],
  ];
  it.each(cases)("%s is refused with a place and a Chinese sentence", async (_name, body, status, code, pointer) => {
    const answer = await reviewer.post("/api/v1/test-notes", body);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.body.code).toBe(code);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    if (pointer) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    ["text that is not JSON", "{", "application/json", 400],
    ["another format", "<a/>", "application/xml", 415],
    ["a body beyond the limit", `"${"x".repeat(3_000_000)}"`, "application/json", 413],
  ])("%s is a problem, not a failure", async (_name, payload, type, status) => {
    const response = await reviewer.inject({
      method: "POST",
      url: "/api/v1/test-notes",
      payload,
      headers: { "content-type": type },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json().code).toMatch(/^[a-z-]+$/);
  });
});

describe("the door", () => {
  it("asks strangers to sign in and refuses other roles", async () => {
    expect((await app.anonymous.post("/api/v1/test-notes", {})).status).toBe(401);
    expect((await (await app.as("finance")).post("/api/v1/test-notes", {})).body.code).toBe("forbidden");
  });
  it("refuses a cookie without the page's token", async () => {
    const response = await app.app.inject({
      method: "POST",
      url: "/api/v1/test-notes",
      headers: { cookie: reviewer.cookie },
      payload: { text: "甲", on: "2021-02-28" },
    });
    expect(response.json().code).toBe("csrf-token-mismatch");
  });
  it("lets nobody keep what somebody saw while signed in, lists, files and refusals alike", async () => {
    const { body } = await reviewer.post<{ id: string }>("/api/v1/test-notes", { text: "甲", on: "2021-02-28" });
    for (const url of [`/api/v1/test-notes/${body.id}`, "/api/v1/test-notes/not-an-id"])
      expect((await reviewer.get(url)).headers["cache-control"]).toBe("no-store");
  });
  it("shows a thing to officers of its region only", async () => {
    const { body } = await reviewer.post<{ id: string }>("/api/v1/test-notes", { text: "甲", on: "2021-02-28" });
    const url = `/api/v1/test-notes/${body.id}`;
    expect((await (await app.as("auditor", { region: COUNTY })).get(url)).status).toBe(200);
    expect((await (await app.as("auditor", { region: "320683" })).get(url)).body.code).toBe("not-yours");
    expect((await reviewer.get(`/api/v1/test-notes/${randomUUID()}`)).status).toBe(404);
    expect((await reviewer.get("/api/v1/test-notes/not-an-id")).status).toBe(422);
  });
});

describe("the same request twice", () => {
  const body = { text: "一次", on: "2021-02-28" };
  it("does its work once and gives the same answer", async () => {
    const before = await notes();
    const first = await reviewer.post("/api/v1/test-notes", body, { "idempotency-key": "k-1" });
    const second = await reviewer.post("/api/v1/test-notes", body, { "idempotency-key": "k-1" });
    expect(second.body).toEqual(first.body);
    expect(second.headers["idempotency-replayed"]).toBe("true");
    expect(await notes()).toBe(before + 1);
  });
  it("also when both clicks arrive together", async () => {
    const before = await notes();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => reviewer.post("/api/v1/test-notes", body, { "idempotency-key": "k-2" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await notes()).toBe(before + 1);
  });
  it("is refused where the body differs", async () => {
    await reviewer.post("/api/v1/test-notes", body, { "idempotency-key": "k-3" });
    const other = await reviewer.post("/api/v1/test-notes", { ...body, text: "另一条" }, { "idempotency-key": "k-3" });
    expect([other.status, other.body.code]).toEqual([422, "idempotency-mismatch"]);
  });
  it("keeps nothing of a refused call, so that it can be mended and sent again", async () => {
    expect(
      (await reviewer.post("/api/v1/test-notes", { ...body, text: "冲突" }, { "idempotency-key": "k-4" })).status,
    ).toBe(409);
    expect((await reviewer.post("/api/v1/test-notes", body, { "idempotency-key": "k-4" })).status).toBe(200);
  });
});

describe("a serialisation failure", () => {
  it("runs the whole transaction again, and nothing of the failed tries stays", async () => {
    tries = 0;
    const answer = await reviewer.post<{ tries: number }>("/api/v1/test-flaky");
    expect(answer.body.tries).toBe(3);
    const rows = await app.services.database.selectFrom("long_task").selectAll().where("kind", "=", "flaky").execute();
    expect(rows).toHaveLength(1);
  });
});

describe("text that can't be kept as it came", () => {
  it.each([
    ["half of a surrogate pair", { text: "甲\ud800", on: "2020-03-01" }],
    ["a NUL", { text: "甲\u0000", on: "2020-03-01" }],
  ])("is refused: %s", async (_name, body) => {
    expect(await reviewer.post("/api/v1/test-notes", body)).toMatchObject({
      status: 422,
      body: { code: "invalid-input" },
    });
  });

  it("nor is what is nested beyond all need", async () => {
    const answer = await reviewer.inject({
      method: "POST",
      url: "/api/v1/test-notes",
      headers: { "content-type": "application/json" },
      payload: "[".repeat(50_000) + "]".repeat(50_000),
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe("the API's own description", () => {
  it("is made from the same shapes", async () => {
    const document = (await app.anonymous.get<Record<string, never>>("/api/openapi.json")).body as Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
    const post = document.paths["/api/v1/test-notes"].post;
    expect(document.openapi).toBe("3.1.0");
    const { schema } = post.requestBody.content["application/json"];
    const schemas = (await app.anonymous.get<Record<string, never>>("/api/schemas.json")).body as Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
    expect(schema).toEqual({ $ref: "schemas.json#/$defs/NoteAddBody" });
    expect(schemas.$defs.NoteAddBody.required).toEqual(["text", "on"]);
    expect(post.operationId).toBe("notes.add");
    expect(post.parameters).toContainEqual({ $ref: "#/components/parameters/Once" });
    expect(document.components.parameters.Once.name).toBe("Idempotency-Key");
    expect(document.paths["/api/v1/test-notes/{id}"].get.parameters[0]).toMatchObject({
      name: "id",
      in: "path",
      required: true,
    });
  });
});

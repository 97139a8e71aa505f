import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDoor } from "./access/index.ts";
import { acted, actFor } from "./people/index.ts";
import { CarriedAnswers } from "./kernel/first-state.ts";
import { servePages } from "./kernel/pages.ts";
import { operations } from "./modules.ts";
import { aPerson, createTestApp, type TestApp, type TestClient } from "./test/index.ts";

/* The document of a page brings the answers that the page shows first, the same ones that the API gives to whoever asks. */
let platform: TestApp;
let pages: FastifyInstance;
let directory: string;

beforeAll(async () => {
  platform = await createTestApp({ now: "2026-05-01T09:00:00+08:00" });
  directory = await mkdtemp(path.join(tmpdir(), "jinengtong-pages-"));
  const page = `<html><head></head><body>${"<p>说明</p>".repeat(300)}</body></html>`;
  for (const name of ["index.html", "home.html", "my.html"])
    await writeFile(path.join(directory, name), page.replace("<body>", `<body title="${name}">`));
  await writeFile(path.join(directory, "manifest.json"), "{}");
  await writeFile(path.join(directory, "documents.json"), JSON.stringify({ "/": "home.html", "/my": "my.html" }));
  pages = Fastify();
  await pages.register(cookie);
  const { services } = platform;
  const wiring = { services, door: createDoor({ actFor, acted }), refusals: services.house.refusals };
  await servePages(pages, new CarriedAnswers([...operations.values()], wiring), directory);
});
afterAll(async () => {
  await pages.close();
  await platform.close();
  await rm(directory, { recursive: true });
});

async function open(url: string, client?: TestClient, headers: Record<string, string> = {}) {
  const answer = await pages.inject({ url, headers: { ...headers, ...(client && { cookie: client.cookie }) } });
  const zipped = answer.headers["content-encoding"] === "gzip";
  const text = zipped ? gunzipSync(answer.rawPayload).toString() : answer.body;
  const block = /<script type="application\/json" id="first-state">(.*?)<\/script>/u.exec(text)?.[1] ?? "{}";
  const carried = JSON.parse(block) as Record<string, unknown>;
  return { ...answer, status: answer.statusCode, text, block, carried };
}

describe("a page's document", () => {
  it("brings a visitor the public home and that nobody is signed in", async () => {
    const page = await open("/");
    expect(Object.keys(page.carried).toSorted()).toEqual([
      "/api/v1/policy/doors",
      "/api/v1/public/fund-use",
      "/api/v1/public/home",
      "/api/v1/session",
    ]);
    expect(page.carried["/api/v1/session"]).toEqual({ account: null, csrfToken: null });
    expect(page.carried["/api/v1/public/home"]).toEqual((await platform.anonymous.get("/api/v1/public/home")).body);
    expect(page.text).toContain('title="home.html"');
  });

  it("is sent again only when something in it has changed", async () => {
    const first = await open("/classes");
    expect(first.headers["cache-control"]).toBe("no-cache");
    const again = await open("/classes", undefined, { "if-none-match": String(first.headers.etag) });
    expect(again.status).toBe(304);
  });

  it.each([
    [
      "department",
      "/bureau",
      ["/api/v1/session", "/api/v1/bureau/home", "/api/v1/me/views", "/api/v1/me/messages?limit=1"],
    ],
    ["department", "/bureau/claims", ["/api/v1/session", "/api/v1/me/views", "/api/v1/me/messages?limit=1"]],
    ["auditor", "/bureau", ["/api/v1/session", "/api/v1/me/views", "/api/v1/me/messages?limit=1"]],
  ] as const)("brings a %s at %s what their role may read", async (role, address, wanted) => {
    const client = await platform.as(role);
    const page = await open(address, client);
    expect(Object.keys(page.carried).toSorted()).toEqual(wanted.toSorted());
    for (const [url, answer] of Object.entries(page.carried)) expect(answer).toEqual((await client.get(url)).body);
  });

  it("is kept by nobody once it holds something of a person", async () => {
    const client = await platform.as("auditor");
    const page = await open("/audit", client, { "if-none-match": "*" });
    expect([page.status, page.headers["cache-control"], page.headers.etag]).toEqual([
      200,
      "private, no-store",
      undefined,
    ]);
  });

  it("leaves out what can't be given, and the page asks for it", async () => {
    const learner = await platform.as("learner", { personId: (await aPerson(platform)).id });
    const page = await open("/my/classes/none", learner);
    expect([page.status, Object.keys(page.carried)]).toEqual([200, ["/api/v1/session"]]);
    expect((await open("/classes?town=320682001")).carried).not.toHaveProperty("/api/v1/open-classes");
    expect((await open("/my", { ...learner, cookie: "jnt_session=wrong" })).carried["/api/v1/session"]).toEqual({
      account: null,
      csrfToken: null,
    });
  });

  it("is compressed for whoever takes it, with the same content, and data can't end their block", async () => {
    const client = await platform.as("department", { name: "</script><b>" });
    const plain = await open("/bureau", client);
    const zipped = await open("/bureau", client, { "accept-encoding": "gzip, br" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(zipped.text).toBe(plain.text);
    expect(plain.block).not.toContain("<");
    expect(plain.carried["/api/v1/session"]).toMatchObject({ account: { name: "</script><b>" } });
  });
});

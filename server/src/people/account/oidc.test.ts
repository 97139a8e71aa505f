import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAccount } from "../../access/index.ts";
import { aPerson, createTestApp, type TestApp } from "../../test/index.ts";

/** A provincial identity service on loopback: signs in the subject of `signedIn` without asking. */
interface Claims {
  sub: string;
  name?: string;
  citizen_id?: string;
}
let signedIn: Claims = { sub: "nobody" };
let service: Server;
let app: TestApp;
let provider: string;

beforeAll(async () => {
  app = await createTestApp();
  service = createServer();
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  provider = new URL(issuer).host;
  app.services.config.publicUrl = "http://127.0.0.1:8080";
  app.services.config.oidc = [{ issuer, clientId: "jinengtong", clientSecret: "a secret of the test" }];
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: "jinengtong",
        client_secret: "a secret of the test",
        redirect_uris: [`http://127.0.0.1:8080/api/v1/oidc/${encodeURIComponent(provider)}/callback`],
      },
    ],
    claims: { openid: ["sub"], profile: ["name"], citizen_id: ["citizen_id"] },
    scopes: ["openid", "profile", "citizen_id"],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [await aKey()] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...signedIn, sub }) }),
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
  });
  service.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) void consent(oidc, request, response);
    else oidc.callback()(request, response);
  });
});
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await app.close();
});
beforeEach(() => {
  signedIn = { sub: "nobody" };
});

async function aKey(): Promise<object> {
  const pair = await crypto.subtle.generateKey(
    { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
    true,
    ["sign", "verify"],
  );
  // The usages of the private half would be published with the public one, which could then verify nothing.
  const { key_ops: _private, ...key } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { ...key, alg: "RS256", use: "sig", kid: "test" };
}

async function consent(oidc: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params } = await oidc.interactionDetails(request, response);
  if (prompt.name === "login") {
    await oidc.interactionFinished(request, response, { login: { accountId: signedIn.sub } });
    return;
  }
  const grant = new oidc.Grant({ accountId: signedIn.sub, clientId: String(params.client_id) });
  grant.addOIDCScope("openid profile citizen_id");
  await oidc.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

const cookiesOf = (set: string | string[] | undefined): string[] =>
  (Array.isArray(set) ? set : set === undefined ? [] : [set]).map((cookie) => cookie.split(";")[0] ?? "");

/** Follows the service's redirects and returns the last address. */
async function walk(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "")) {
      jar.set(cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1));
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`stuck at ${response.status} ${new URL(url).pathname}`);
    url = new URL(location, url).href;
    if (url.startsWith("http://127.0.0.1:8080/")) return url;
  }
  throw new Error("too many redirects");
}

const path = () => `/api/v1/oidc/${encodeURIComponent(provider)}`;

async function begin(returnTo = "/my") {
  const started = await app.anonymous.inject({ url: `${path()}/start?return=${encodeURIComponent(returnTo)}` });
  expect(started.statusCode).toBe(302);
  return { flow: cookiesOf(started.headers["set-cookie"])[0] ?? "", target: String(started.headers.location) };
}

async function comeBack(url: string, flow: string) {
  const { pathname, search } = new URL(url);
  const back = await app.anonymous.inject({ url: `${pathname}${search}`, headers: { cookie: flow } });
  return {
    location: String(back.headers.location),
    session: cookiesOf(back.headers["set-cookie"]).find((cookie) => /^jnt_session=./.test(cookie)),
  };
}

async function signInAs(claims: Claims, returnTo?: string) {
  signedIn = claims;
  const { flow, target } = await begin(returnTo);
  return comeBack(await walk(target), flow);
}

const whoIs = async (session: string | undefined) =>
  (await app.anonymous.inject({ url: "/api/v1/session", headers: { cookie: session ?? "" } })).json().account;

let serial = 0;
async function aLearner(name: string): Promise<{ accountId: string; citizenId: string }> {
  const citizenId = makeCitizenId("320682", civilDate("1988-08-08"), (serial += 1));
  const person = await aPerson(app, { name, citizenId });
  const accountId = await createAccount(app.services.database, {
    username: `learner-${serial}`,
    name,
    role: "learner",
    region: "320682001",
    personId: person.id,
  });
  return { accountId, citizenId };
}

describe("a citizen whom the identity service vouches for", () => {
  test("is found by the verified number, linked, and known by the subject from then on", async () => {
    const { accountId, citizenId } = await aLearner("何示例");
    const first = await signInAs({ sub: "citizen-1", name: "何示例", citizen_id: citizenId }, "/my/claims");
    expect(first.location).toBe("/my/claims");
    expect((await whoIs(first.session)).id).toBe(accountId);
    const later = await signInAs({ sub: "citizen-1" });
    expect((await whoIs(later.session)).id).toBe(accountId);
    const other = makeCitizenId("320682", civilDate("1966-06-06"), 3);
    expect((await signInAs({ sub: "citizen-1", name: "何示例", citizen_id: other })).session).toBeUndefined();
  });

  test.each([
    [
      "never registered here",
      async () => ({ sub: "c-2", name: "吕示例", citizen_id: makeCitizenId("320682", civilDate("1977-07-07"), 7) }),
    ],
    [
      "bears another name here",
      async () => ({ sub: "c-3", name: "别示例", citizen_id: (await aLearner("施示例")).citizenId }),
    ],
    ["shows no number", async () => ({ sub: "c-4", name: "张示例" })],
    ["shows a number that can't be", async () => ({ sub: "c-5", name: "张示例", citizen_id: "320682197707070000" })],
  ])("but %s is not let in", async (_what, claims) => {
    const refused = await signInAs(await claims());
    expect([refused.location, refused.session]).toEqual(["/sign-in?problem=identity-unknown", undefined]);
  });
});

describe("a member of staff", () => {
  test("signs in by the subject an administrator linked, which is linked to nobody else", async () => {
    const admin = await app.as("admin");
    const reviewer = await app.as("reviewer");
    const link = (id: string) => admin.post(`/api/v1/accounts/${id}/identities`, { provider, subject: "staff-1" });
    expect((await link(reviewer.accountId)).status).toBe(200);
    expect((await link(admin.accountId)).body.code).toBe("identity-linked");
    const done = await signInAs({ sub: "staff-1" });
    expect((await whoIs(done.session)).id).toBe(reviewer.accountId);
    await admin.post(`/api/v1/accounts/${reviewer.accountId}/disabling`, { reason: "调离岗位" });
    expect((await signInAs({ sub: "staff-1" })).session).toBeUndefined();
  });

  test("signs in as a learner once the office's account is disabled", async () => {
    const admin = await app.as("admin");
    const reviewer = await app.as("reviewer");
    await admin.post(`/api/v1/accounts/${reviewer.accountId}/identities`, { provider, subject: "staff-2" });
    await admin.post(`/api/v1/accounts/${reviewer.accountId}/disabling`, { reason: "调离岗位" });
    const { accountId, citizenId } = await aLearner("许示例");
    const done = await signInAs({ sub: "staff-2", name: "许示例", citizen_id: citizenId });
    expect((await whoIs(done.session)).id).toBe(accountId);
  });

  test("is unlinked by an administrator, and the subject linked to another", async () => {
    const admin = await app.as("admin");
    const [wrong, right] = [await app.as("reviewer"), await app.as("reviewer")];
    const unlink = () => admin.post(`/api/v1/accounts/${wrong.accountId}/identities/unlinking`);
    await admin.post(`/api/v1/accounts/${wrong.accountId}/identities`, { provider, subject: "staff-3" });
    expect((await unlink()).status).toBe(200);
    expect((await unlink()).body.code).toBe("identity-not-linked");
    expect((await signInAs({ sub: "staff-3" })).session).toBeUndefined();
    await admin.post(`/api/v1/accounts/${right.accountId}/identities`, { provider, subject: "staff-3" });
    expect((await whoIs((await signInAs({ sub: "staff-3" })).session)).id).toBe(right.accountId);
  });
});

describe("a learner's account", () => {
  test.each([
    ["password-reset", {}],
    ["identities", { provider: "x", subject: "x" }],
    ["identities/unlinking", {}],
    ["disabling", { reason: "换收款人" }],
    ["enabling", {}],
    ["unlocking", {}],
  ])("is out of an administrator's reach: %s", async (act, body) => {
    const admin = await app.as("admin");
    const { accountId } = await aLearner("金示例");
    expect((await admin.post(`/api/v1/accounts/${accountId}/${act}`, body)).status).toBe(404);
  });
});

describe("an answer of the service", () => {
  test("is worth nothing in another browser, twice, or with another state", async () => {
    const { accountId, citizenId } = await aLearner("孔示例");
    signedIn = { sub: "citizen-9", name: "孔示例", citizen_id: citizenId };
    const { flow, target } = await begin();
    const answer = await walk(target);
    expect((await comeBack(answer, "")).location).toBe("/sign-in?problem=identity-refused");
    const other = await begin();
    expect((await comeBack(answer, other.flow)).session).toBeUndefined();
    const forged = new URL(answer);
    forged.searchParams.set("state", "another");
    expect((await comeBack(forged.href, flow)).session).toBeUndefined();
    const good = await comeBack(answer, flow);
    expect((await whoIs(good.session)).id).toBe(accountId);
    expect((await comeBack(answer, flow)).session).toBeUndefined();
  });

  test("that comes after ten minutes is refused", async () => {
    app.setNow("2020-03-02T01:00:00Z");
    const { flow } = await begin();
    app.setNow("2020-03-02T01:10:01Z");
    const back = await comeBack(`http://127.0.0.1:8080${path()}/callback?code=x&state=y`, flow);
    expect(back.location).toBe("/sign-in?problem=identity-refused");
    app.setNow(new Date().toISOString());
  });

  test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"])(
    "never leads out to %s",
    async (returnTo) => {
      const { citizenId } = await aLearner("曹示例");
      const done = await signInAs({ sub: `out-${serial}`, name: "曹示例", citizen_id: citizenId }, returnTo);
      expect(done.location).toBe("/");
    },
  );
});

test("the services to choose from are listed; an unknown one and one that is away are said to be so", async () => {
  const listed = await app.anonymous.get<{ rows: { provider: string }[] }>("/api/v1/oidc");
  expect(listed.body.rows.map((row) => row.provider)).toEqual([provider]);
  expect((await app.anonymous.get("/api/v1/oidc/unknown/start")).status).toBe(404);
  app.services.config.oidc.push({ issuer: "http://127.0.0.1:9", clientId: "x", clientSecret: "y" });
  const away = await app.anonymous.get(`/api/v1/oidc/${encodeURIComponent("127.0.0.1:9")}/start`);
  expect([away.status, away.body.code]).toEqual([503, "identity-service-away"]);
});

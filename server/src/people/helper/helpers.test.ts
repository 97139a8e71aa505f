import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aClass, anOrganisation, aPerson, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let elder: TestClient;
let child: TestClient;
let citizenId: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-20T02:00:00Z" });
});
afterAll(() => app.close());
beforeEach(async () => {
  const [one, two] = [await aPerson(app), await aPerson(app, { name: "周女儿" })];
  elder = await app.as("learner", { personId: one.id });
  child = await app.as("learner", { personId: two.id });
  citizenId = two.citizenId;
});

const name = (given: object = {}) =>
  elder.post<{ id: string }>("/api/v1/me/helpers", { name: "周女儿", citizenId, relation: "child", ...given });
const help = (id: string, method: "GET" | "POST" | "PUT", url: string, payload?: object, by = child) =>
  by.inject({ method, url, headers: { "x-acting-for": `helper:${id}` }, ...(payload && { payload }) });
const codeOf = (answer: { json(): { code?: string } }) => answer.json().code;

describe("a relative whom somebody named", () => {
  it("sees and prepares, and it is written down; money waits for the person", async () => {
    const { id } = (await name()).body;
    expect((await name()).body.code).toBe("helper-named-already");
    expect((await help(id, "GET", "/api/v1/me/claims")).statusCode).toBe(200);
    const training = await aClass(app, {
      organisationId: await anOrganisation(app),
      state: "approved",
      startsOn: "2020-05-06",
    });
    expect((await help(id, "POST", `/api/v1/classes/${training.id}/enrolments`, {})).statusCode).toBe(200);
    for (const [method, url] of [
      ["POST", `/api/v1/claims/${training.id}/confirmation`],
      ["PUT", "/api/v1/me/payee-account"],
      ["POST", "/api/v1/me/consents"],
      ["POST", "/api/v1/me/helpers"],
      ["PUT", "/api/v1/me/phone"],
    ] as const)
      expect([url, codeOf(await help(id, method, url, {}))]).toEqual([url, "not-on-behalf"]);
    const { helpers } = (await elder.get<{ helpers: object[] }>("/api/v1/me/helpers")).body;
    expect(helpers).toMatchObject([{ name: "周女儿", relation: "child", acts: [{ operation: "报名参加培训班" }] }]);
    expect(JSON.stringify((await elder.get("/api/v1/my/classes")).body)).toContain(training.id);
  });

  it.each<[string, () => TestClient]>([
    ["by whoever named them", () => elder],
    ["by themselves", () => child],
  ])("is none any more when it was ended %s", async (_name, who) => {
    const { id } = (await name()).body;
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await stranger.post(`/api/v1/helpers/${id}/end`)).status).toBe(403);
    expect((await who().post(`/api/v1/helpers/${id}/end`)).status).toBe(200);
    expect((await who().post(`/api/v1/helpers/${id}/end`)).body.code).toBe("helper-ended");
    expect(codeOf(await help(id, "GET", "/api/v1/me/claims"))).toBe("no-right-to-act");
    expect((await name()).status).toBe(200);
  });

  it("is nobody else", async () => {
    const { id } = (await name()).body;
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    for (const by of [stranger, elder, await app.as("reviewer")])
      expect(codeOf(await help(id, "GET", "/api/v1/me/claims", undefined, by))).toBe("no-right-to-act");
  });

  it.each([
    ["under another name", { name: "周儿子" }, "helper-unknown"],
    ["with a number that nobody has", { citizenId: "320682196005060019" }, "helper-unknown"],
  ])("isn't found %s", async (_name, given, code) => {
    const { status, body } = await name(given);
    expect(status).toBe(422);
    if ("citizenId" in given) return;
    expect(body.code).toBe(code);
  });
});

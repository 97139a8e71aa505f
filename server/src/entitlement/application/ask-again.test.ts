import { addDays, civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anEntitledLearner,
  anOrganisation,
  aPayeeAccount,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { prepareClaims } from "./prepare-claims.ts";

interface Line {
  id: string;
  benefit: string;
  state: string;
  askedFen: number;
  mayAskAgain: boolean;
  askUntil: string | null;
}

const NOW = "2020-06-15T10:00:00+08:00";
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: NOW });
});
afterAll(() => app.close());

/** A learner with a prepared claim. */
async function aPrepared(): Promise<{ client: TestClient; id: string }> {
  const learner = await anEntitledLearner(app, await aTrainingPlace(app));
  await app.work((context) => prepareClaims(context, [learner.certificateId]));
  const client = await app.as("learner", { personId: learner.personId });
  const id = (await linesOf(client))[0]?.id ?? "";
  return { client, id };
}
const linesOf = async (client: TestClient) => (await client.get<{ rows: Line[] }>("/api/v1/me/claims")).body.rows;
const lineOf = async (client: TestClient, id: string) => (await linesOf(client)).find((line) => line.id === id);

const ENDS: [string, (client: TestClient, id: string) => Promise<unknown>][] = [
  [
    "withdrawn",
    async (client, id) => {
      await client.post(`/api/v1/claims/${id}/confirmation`, {});
      return client.post(`/api/v1/claims/${id}/withdrawal`, { reason: "想换一张卡" });
    },
  ],
  ["declined", (client, id) => client.post(`/api/v1/claims/${id}/declination`, {})],
];

describe.each(ENDS)("a claim that its person has %s", (state, end) => {
  it("can be asked for again, once, and is confirmed like any other", async () => {
    const { client, id } = await aPrepared();
    expect(await lineOf(client, id)).toMatchObject({ mayAskAgain: false });
    expect(await client.post(`/api/v1/claims/${id}/renewal`, {})).toMatchObject({
      status: 409,
      body: { code: "claim-state" },
    });
    await end(client, id);
    expect(await lineOf(client, id)).toMatchObject({ state, mayAskAgain: true });
    const again = await client.post<{ id: string }>(`/api/v1/claims/${id}/renewal`, {});
    expect(again.status).toBe(200);
    expect(await lineOf(client, again.body.id)).toMatchObject({ state: "prepared", askedFen: 120_000 });
    expect(await lineOf(client, id)).toMatchObject({ state, mayAskAgain: false });
    expect(await client.post(`/api/v1/claims/${id}/renewal`, {})).toMatchObject({
      status: 409,
      body: { code: "claim-asked-already" },
    });
    expect((await client.post(`/api/v1/claims/${again.body.id}/confirmation`, {})).status).toBe(200);
    expect(await lineOf(client, again.body.id)).toMatchObject({ state: "submitted" });
  });

  it("not after its period, and not by anybody else", async () => {
    const { client, id } = await aPrepared();
    await end(client, id);
    const stranger = (await aPrepared()).client;
    expect((await stranger.post(`/api/v1/claims/${id}/renewal`, {})).status).toBe(403);
    const last = (await lineOf(client, id))?.askUntil ?? "";
    const on = async (day: string) => {
      app.setNow(`${day}T10:00:00+08:00`);
      return app.signedIn(client.accountId);
    };
    expect(await lineOf(await on(last), id)).toMatchObject({ mayAskAgain: true });
    const late = await on(addDays(civilDate(last), 1));
    expect(await lineOf(late, id)).toMatchObject({ mayAskAgain: false, askUntil: last });
    expect(await late.post(`/api/v1/claims/${id}/renewal`, {})).toMatchObject({
      status: 422,
      body: { code: "claim-period-over" },
    });
    app.setNow(NOW);
  });
});

it("an organisation that withdrew its claim can ask again", async () => {
  const { client: learner, id } = await aPrepared();
  const organisationId = await anOrganisation(app, { kind: "enterprise" });
  await aPayeeAccount(app, { organisationId });
  await app.services.database
    .updateTable("claim")
    .set({ organisation_id: organisationId, payee_kind: "organisation" })
    .where("id", "=", id)
    .execute();
  const enterprise = await app.as("enterprise", { organisationId });
  expect((await enterprise.post(`/api/v1/claims/${id}/confirmation`, {})).status).toBe(200);
  await enterprise.post(`/api/v1/claims/${id}/withdrawal`, { reason: "材料要换" });
  expect((await learner.post(`/api/v1/claims/${id}/renewal`, {})).status).toBe(403);
  const again = await enterprise.post<{ id: string }>(`/api/v1/claims/${id}/renewal`, {});
  expect(again.status).toBe(200);
  expect(await enterprise.get(`/api/v1/claims/${again.body.id}`)).toMatchObject({
    body: { claim: { state: "prepared", payeeKind: "organisation", mayAskAgain: false } },
  });
});

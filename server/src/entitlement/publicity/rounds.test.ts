import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aTrainingPlace, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { anApprovedClaim } from "../../test/reviewed-builders.ts";
import { publicityRound } from "../index.ts";

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
});
beforeEach(async () => {
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

interface Opened {
  id: string;
  title: string;
  publicised: number;
}
interface Round {
  id: string;
  title: string;
  document: string | null;
  openedBy: string | null;
  claims: number;
  totalFen: number;
}

const approved = async () => (await anApprovedClaim(app, place, [first, second])).claim;
const open = (body: object = {}, officer = first) => officer.post<Opened>("/api/v1/publicity", body);
const rounds = async (q = "") =>
  (await first.get<{ rows: Round[] }>(`/api/v1/publicity/rounds?q=${encodeURIComponent(q)}`)).body.rows;

describe("rounds of publicity", () => {
  it("hold the chosen claims, then those that match; the public page names the round", async () => {
    const [chosen, other] = [await approved(), await approved()];
    const one = await open({ claimIds: [chosen.id], document: "示人社公示〔2020〕3号" });
    expect(one.body).toMatchObject({ title: "2020 年第 1 批", publicised: 1 });
    const two = await open({ filter: { q: other.number } });
    expect(two.body).toMatchObject({ title: "2020 年第 2 批", publicised: 1 });
    expect(await rounds()).toMatchObject([
      { title: "2020 年第 2 批", document: null, claims: 1, totalFen: 120_000 },
      { title: "2020 年第 1 批", document: "示人社公示〔2020〕3号", claims: 1 },
    ]);
    expect(await rounds(other.number)).toMatchObject([{ id: two.body.id }]);
    const page = await app.anonymous.get<{ rows: object[] }>("/api/v1/publicity?sort=number");
    expect(page.body.rows).toMatchObject([
      { id: chosen.id, round: "2020 年第 1 批", document: "示人社公示〔2020〕3号" },
      { id: other.id, round: "2020 年第 2 批" },
    ]);
  });

  it("are refused whole where a chosen claim can't be publicised now", async () => {
    const [ready, done] = [await approved(), await approved()];
    await open({ claimIds: [done.id] });
    const before = (await rounds()).length;
    expect(await open({ claimIds: [ready.id, done.id] })).toMatchObject({
      status: 409,
      body: { code: "claims-not-publicisable" },
    });
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await open({ claimIds: [ready.id] }, elsewhere)).status).toBe(409);
    expect((await rounds()).length).toBe(before);
    expect((await open({ claimIds: [ready.id] })).body.publicised).toBe(1);
  });

  it("have a document number of their own, unless one document is publicised in several", async () => {
    const document = "示人社公示〔2020〕8号";
    const [one, two] = [await approved(), await approved()];
    expect((await open({ claimIds: [one.id], document })).body.publicised).toBe(1);
    expect(await open({ claimIds: [two.id], document })).toMatchObject({
      status: 409,
      body: { code: "document-used" },
    });
    expect(await open({ claimIds: [two.id], document, sharesDocument: true })).toMatchObject({
      status: 200,
      body: { publicised: 1 },
    });
  });

  it("are numbered without a gap when two officers open one at the same moment", async () => {
    const [one, two] = [await approved(), await approved()];
    const both = await Promise.all([open({ claimIds: [one.id] }), open({ claimIds: [two.id] }, second)]);
    const numbers = both.map(({ body }) => Number(/第 (\d+) 批/u.exec(body.title)?.[1])).toSorted((a, b) => a - b);
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });

  it("leave nothing approved over the night", async () => {
    const left = await approved();
    await publicityRound(app.services);
    expect(await rounds(left.number)).toMatchObject([{ openedBy: null, claims: 1 }]);
    expect((await open()).body).toEqual({ id: null, title: null, publicised: 0 });
  });

  it("have a notice for the board, with masked names and whom to turn to, for their office alone", async () => {
    const made = await anApprovedClaim(app, place, [first, second]);
    const { id } = (await open({ claimIds: [made.claim.id], document: "公示<1>" })).body;
    const person = await app.services.database
      .selectFrom("person")
      .select("name")
      .where("id", "=", made.personId)
      .executeTakeFirstOrThrow();
    const html = await first.inject({ url: `/api/v1/publicity/rounds/${id}/notice?as=html` });
    expect(html.headers["content-type"]).toContain("text/html");
    expect(html.body).toContain(made.claim.number);
    expect(html.body).toContain("公示&lt;1&gt;");
    expect(html.body).toContain("2020年4月10日至2020年4月17日");
    expect(html.body).toContain("1,200.00");
    expect(html.body).toMatch(/受理单位：.+电话：/u);
    expect(html.body).not.toContain(person.name);
    const pdf = await first.inject({ url: `/api/v1/publicity/rounds/${id}/notice` });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get(`/api/v1/publicity/rounds/${id}/notice`)).status).toBe(403);
  });
});

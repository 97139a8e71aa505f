import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { refreshFacts } from "../facts/refresh.ts";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T10:00:00+08:00" });
  const open = await aClass(app, { organisationId: await anOrganisation(app), state: "approved", capacity: 20 });
  await anEnrolment(app, open.id, (await aPerson(app)).id);
  await aPaidClaim(app, { amountFen: 98_700 });
  await refreshFacts(app.services);
});
afterAll(() => app.close());

describe("for everybody", () => {
  it("how the fund was used: amounts that add up, and nothing else", async () => {
    const { status, body } = await app.anonymous.get<{
      issuedFen: number;
      availableFen: number;
      reservedFen: number;
      spentFen: number;
      benefits: { spentFen: number; label: string }[];
      months: { spentFen: number }[];
    }>("/api/v1/public/fund-use");
    expect(status).toBe(200);
    expect(body.spentFen).toBe(98_700);
    expect(body.issuedFen).toBe(body.availableFen + body.reservedFen + body.spentFen);
    expect(body.benefits).toMatchObject([{ label: "失业人员职业技能培训补贴", spentFen: 98_700 }]);
    expect(body.months.reduce((sum, month) => sum + month.spentFen, 0)).toBe(body.spentFen);
  });

  it("the front page: figures with units, open classes, news by clause", async () => {
    const { body } = await app.anonymous.get<{
      figures: { unit: string; value: number }[];
      classes: object[];
      news: { kind: string }[];
    }>("/api/v1/public/home");
    expect(body.figures.map((figure) => [figure.value, figure.unit])).toEqual([
      [1, "人"],
      [1, "人次"],
      [0, "本"],
      [98_700, "元"],
    ]);
    expect(body).toMatchObject({ openClasses: 1, places: 19, classes: [{ placesLeft: 19, town: "如城街道" }] });
    expect(body.news.some((each) => each.kind === "clause")).toBe(true);
  });

  it.each([["/api/v1/public/fund-use"], ["/api/v1/public/home"]])("%s is not sent twice to who has it", async (url) => {
    const first = await app.anonymous.get(url);
    const again = await app.anonymous.inject({
      method: "GET",
      url,
      headers: { "if-none-match": String(first.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(first.headers["cache-control"]).toBe("public, max-age=30");
  });
});

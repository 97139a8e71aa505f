import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCertificate, aMaster, aPerson, aScheme, createTestApp, postingDesk, type TestApp } from "../../test/index.ts";

let app: TestApp;
let desk: Awaited<ReturnType<typeof postingDesk>>;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-02-10T02:00:00Z" });
  desk = await postingDesk(app);
});
afterAll(() => app.close());

const enlist = (id: string, certificateNumber: string) =>
  desk.officer.post<{ code?: string }>(`/api/v1/master-appointments/${id}/listing`, {
    fromOn: "2026-02-10",
    filingNumber: "示备 2026-1",
    certificateNumber,
  });
const NUMBER = `JS${"0".repeat(19)}1`;
const listed = async (query: string) =>
  (await desk.must(desk.officer.get<{ rows: { id: string; state: string }[] }>(`/api/v1/master-appointments?${query}`)))
    .rows;

describe("master grades", () => {
  it("keep to the places: a second 首席 with a limit of 1 is refused, also at once", async () => {
    const firm = await postingDesk(app);
    const schemeId = await aScheme(firm, { specialPlaces: 2, chiefPlaces: 1 });
    const both = await Promise.all([aMaster(app, firm, { schemeId }), aMaster(app, firm, { schemeId })]);
    expect(both.map(({ answer }) => answer.body.code ?? "").toSorted()).toEqual(["", "master-places"]);
    expect((await aMaster(app, firm, { schemeId, grade: "special" })).answer.status).toBe(200);
  });

  it("need a senior technician, an odd panel without the person, and an accepted scheme", async () => {
    const firm = await postingDesk(app);
    const schemeId = await aScheme(firm);
    expect((await aMaster(app, firm, { schemeId, level: 2 })).answer.body.code).toBe("no-senior-technician");
    expect((await aMaster(app, firm, { schemeId, panel: ["甲某", "乙某", "丙某", "丁某"] })).answer.body.code).toBe(
      "panel-odd",
    );
    expect((await aMaster(app, firm, { schemeId, panel: ["甲某", "乙某", "岗位示例"] })).answer.body.code).toBe(
      "panel-self",
    );
  });

  it("are listed after publicity under a number of 2 letters and 20 digits, and leave the list without changing the past", async () => {
    const { answer } = await aMaster(app, desk, { grade: "special" });
    const { id } = answer.body;
    expect((await enlist(id, "JS123")).status).toBe(422);
    const fresh = await aMaster(app, desk, {
      schemeId: (await listedScheme()) ?? "",
      grade: "special",
      from: "2026-02-09",
    });
    expect((await enlist(fresh.answer.body.id, NUMBER)).body.code).toBe("publicity-running");
    expect((await enlist(id, NUMBER)).status).toBe(200);
    expect((await listed("on=2026-02-10")).map((row) => row.id)).toContain(id);
    expect(
      (
        await desk.officer.post(`/api/v1/master-appointments/${id}/ending`, {
          toOn: "2026-02-10",
          reason: "调离本单位",
        })
      ).status,
    ).toBe(200);
    expect((await listed("on=2026-02-10")).map((row) => row.id)).toContain(id);
    expect((await listed("on=2026-02-11")).map((row) => row.id)).not.toContain(id);
    expect((await listed("state=listed")).map((row) => row.id)).not.toContain(id);
  });
});

const listedScheme = async () =>
  (await desk.must(desk.clerk.get<{ rows: { id: string }[] }>("/api/v1/master-schemes"))).rows[0]?.id;

describe("steps that follow", () => {
  it("a technician since 2023-03-01 may ask for engineer from 2026-03-01", async () => {
    const { id: personId } = await aPerson(app);
    await aCertificate(app, { personId, kind: "skill-level", level: 2, issuedOn: "2023-03-01" });
    await aCertificate(app, { personId, kind: "skill-level", level: 3, issuedOn: "2018-03-01" });
    const learner = await app.as("learner", { personId });
    const steps = async () =>
      (
        await (
          await app.signedIn(learner.accountId)
        ).get<{
          steps: { title: string; kind: string; askableFrom: string; open: boolean }[];
        }>("/api/v1/me/career-steps")
      ).body.steps;
    expect(await steps()).toMatchObject([
      { title: "电工 一级/高级技师", kind: "level", askableFrom: "2027-03-01", open: false },
      { title: "工程师", kind: "title", askableFrom: "2026-03-01", open: false },
    ]);
    app.setNow("2026-03-01T02:00:00Z");
    expect((await steps()).find(({ title }) => title === "工程师")).toMatchObject({ open: true });
    app.setNow("2026-02-10T02:00:00Z");
  });
});

describe("an entry occupation", () => {
  it("lets nobody stand on its post without the qualification, which has no end", async () => {
    const { personId } = await desk.hire();
    const postId = await desk.post("entry-guard");
    expect((await desk.stand(postId, [personId], "2026-02-10")).body.code).toBe("not-qualified");
    const body = {
      personId,
      item: "entry-guard",
      number: "BA20200001",
      issuerName: "示例市公安局",
      firstIssuedOn: "2020-05-06",
      issuedOn: "2020-05-06",
    };
    expect(
      (await desk.clerk.post<{ code?: string }>("/api/v1/work-licences", { ...body, item: "weld-fusion" })).body.code,
    ).toBe("valid-to-missing");
    const { id } = await desk.must(desk.clerk.post<{ id: string }>("/api/v1/work-licences", body));
    await desk.must(desk.verify(id));
    expect((await desk.stand(postId, [personId], "2026-02-10")).body).toMatchObject({ count: 1, red: [] });
    expect((await desk.rows(`&postId=${postId}`))[0]).toMatchObject({ colour: "green" });
  });
});

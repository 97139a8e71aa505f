import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAdmission, anOrganisation, createTestApp, postingDesk, type TestApp } from "../../test/index.ts";
import { warnOfPostings } from "./warn-of-postings.ts";

let app: TestApp;
let desk: Awaited<ReturnType<typeof postingDesk>>;
const on = (day: string): void => app.setNow(`${day}T02:00:00Z`);
beforeAll(async () => {
  app = await createTestApp({ now: "2026-02-10T02:00:00Z" });
  desk = await postingDesk(app);
});
afterAll(() => app.close());

/** Somebody with a verified licence on a new post since a day. */
async function posted(given: {
  licence?: { item?: string; issuedOn: string; validTo: string };
  postItem?: string | null;
  from?: string;
}) {
  const { personId } = await desk.hire();
  const licenceId = given.licence === undefined ? null : await desk.licence({ personId, ...given.licence });
  const postId = await desk.post(given.postItem === undefined ? "electric-low" : given.postItem);
  const answer = await desk.stand(postId, [personId], given.from ?? "2026-02-09");
  expect(answer.body.detail).toBeUndefined();
  const [row] = await desk.rows(`&postId=${postId}`);
  return {
    personId,
    postId,
    licenceId,
    row,
    colour: async () => (await desk.rows(`&postId=${postId}`))[0],
  };
}

describe("the colour of a posting", () => {
  it("turns with the review that is due: amber, orange 60 days before, red the day after", async () => {
    on("2026-02-10");
    const { colour } = await posted({ licence: { issuedOn: "2023-05-10", validTo: "2029-05-09" } });
    for (const [day, expected, reason] of [
      ["2026-02-08", "green", null],
      ["2026-02-09", "amber", null],
      ["2026-03-10", "amber", null],
      ["2026-03-11", "orange", null],
      ["2026-05-10", "orange", null],
      ["2026-05-11", "red", "没有按期复审"],
    ] as const) {
      on(day);
      expect([day, await colour()]).toMatchObject([day, { colour: expected, reason, through: "2026-05-10" }]);
    }
  });

  it("goes by the printed end, never by a reckoned one", async () => {
    on("2026-02-10");
    const { personId, colour } = await posted({ licence: { issuedOn: "2023-05-10", validTo: "2029-05-09" } });
    await desk
      .must(
        desk.enter({
          personId,
          issuedOn: "2023-05-10",
          validTo: "2029-05-09",
          reviewedOn: "2026-02-01",
          nextReviewOn: "2029-05-09",
        }),
      )
      .then(({ id }) => desk.must(desk.verify(id)));
    on("2029-05-09");
    expect(await colour()).toMatchObject({ colour: "orange" });
    on("2029-05-10");
    expect(await colour()).toMatchObject({ colour: "red", reason: "证件已过期" });
  });

  it("is red for another item than the post's, for a licence nobody verified, and grey where none is needed", async () => {
    on("2026-02-10");
    const valid = { issuedOn: "2025-01-10", validTo: "2031-01-09" };
    const low = await posted({ licence: { item: "electric-low", ...valid }, postItem: "electric-high" });
    expect(low.row).toMatchObject({ colour: "red", reason: "证件的作业项目与岗位不符" });
    const waiting = await posted({});
    expect(waiting.row).toMatchObject({ colour: "red", reason: "没有登记证件" });
    await desk.must(desk.enter({ personId: waiting.personId, ...valid }));
    expect(await waiting.colour()).toMatchObject({ colour: "red", reason: "证件还没有核验" });
    expect((await posted({ postItem: null })).row).toMatchObject({ colour: "grey", unqualifiedDays: 0 });
  });

  it("is red on the day of a revocation, and the employer is told", async () => {
    on("2026-02-10");
    const { licenceId, colour } = await posted({ licence: { issuedOn: "2025-01-10", validTo: "2031-01-09" } });
    expect(await colour()).toMatchObject({ colour: "green" });
    const { certificate_id: certificateId } = await app.services.database
      .selectFrom("work_licence")
      .select("certificate_id")
      .where("id", "=", licenceId ?? "")
      .executeTakeFirstOrThrow();
    await desk.must(
      desk.officer.post(`/api/v1/certificates/${certificateId}/revocation`, { reason: "培训点弄虚作假" }),
    );
    expect(await colour()).toMatchObject({ colour: "red", reason: "证件已撤销" });
    await app.drain();
    expect(JSON.stringify(await messages())).toContain("已被撤销，自 2026-02-10 起不得在");
  });
});

const messages = async () =>
  (await desk.clerk.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50")).body.rows;

describe("days without a licence", () => {
  it("stay listed after the licence came and the posting ended", async () => {
    on("2026-02-10");
    const { personId, colour, row } = await posted({ from: "2026-01-05" });
    await desk.licence({ personId, issuedOn: "2026-01-20", validTo: "2032-01-19" });
    expect(await colour()).toMatchObject({ colour: "green", unqualifiedDays: 15 });
    await desk.must(desk.clerk.post(`/api/v1/postings/${row?.id}/ending`, { toOn: "2026-02-10" }));
    on("2027-03-01");
    expect(await colour()).toMatchObject({ unqualifiedDays: 15 });
    expect((await desk.rows("&unqualified=yes&current=ended")).map(({ id }) => id)).toContain(row?.id);
    expect(
      (
        await (
          await app.signedIn(desk.clerk.accountId)
        ).post(`/api/v1/postings/${row?.id}/ending`, { toOn: "2026-02-09" })
      ).body,
    ).toMatchObject({
      code: "posting-over",
    });
    await expect(
      app.services.database
        .updateTable("posting")
        .set({ from_on: "2026-01-20" })
        .where("id", "=", row?.id ?? "")
        .execute(),
    ).rejects.toThrow(/stays/);
  });

  it("can't be planned: from today on the licence comes first", async () => {
    on("2026-02-10");
    const { personId } = await desk.hire();
    const postId = await desk.post("electric-low");
    for (const day of ["2026-02-10", "2026-03-01"])
      expect(await desk.stand(postId, [personId], day)).toMatchObject({ status: 422, body: { code: "not-qualified" } });
    await desk.licence({ personId, issuedOn: "2026-02-01", validTo: "2032-01-31" });
    expect((await desk.stand(postId, [personId], "2026-02-10")).body).toMatchObject({ count: 1, red: [] });
  });
});

describe("a posting", () => {
  it("is of one's own employee, not before the hire, once at a time, also twice at once", async () => {
    on("2026-02-10");
    const other = await postingDesk(app);
    const stranger = await other.hire();
    const { personId } = await desk.hire("2025-06-02");
    const postId = await desk.post(null);
    expect((await desk.stand(postId, [stranger.personId], "2026-02-09")).body.code).toBe("not-employee");
    expect((await desk.stand(postId, [personId], "2025-06-01")).body.code).toBe("posted-before-hired");
    const answers = await Promise.all([1, 2, 3].map(() => desk.stand(postId, [personId], "2026-02-09")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await other.clerk.post(`/api/v1/posts/${postId}/closing`)).status).toBe(403);
    expect((await desk.clerk.post(`/api/v1/posts/${postId}/closing`)).body).toMatchObject({ code: "post-staffed" });
  });

  it("names a holder's own licence, verified by somebody else than who entered it", async () => {
    on("2026-02-10");
    const { personId, citizenId } = await desk.hire();
    const { citizenId: foreign } = await desk.hire();
    const valid = { issuedOn: "2025-01-10", validTo: "2031-01-09" };
    expect((await desk.enter({ personId, number: `T${foreign}`, ...valid })).body.code).toBe("licence-of-another");
    const { id } = await desk.must(desk.enter({ personId, number: `T${citizenId}`, ...valid }));
    const list = await desk.clerk.get("/api/v1/work-licences?limit=200");
    expect(JSON.stringify(list.body)).not.toContain(citizenId);
    const answers = await Promise.all([desk.verify(id), desk.verify(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await desk.enter({ personId, number: `T${citizenId}`, ...valid })).body.code).toBe(
      "licence-entered-already",
    );
  });
});

describe("warnings", () => {
  it("name everybody who needs something done, and no ID number: of 200 employees 7 amber and 2 red", async () => {
    on("2026-02-02");
    const big = await postingDesk(app);
    const postId = await big.post("weld-fusion");
    const people: { personId: string; citizenId: string }[] = [];
    for (let n = 0; n < 200; n += 1)
      people.push(await big.hire("2018-01-08", `焊工${String.fromCodePoint(0x4e00 + n)}`));
    const licences = people.slice(0, 198).map(({ personId }, n) => ({
      person_id: personId,
      organisation_id: big.organisationId,
      item: "weld-fusion",
      serial: `W${n}`,
      issuer_name: "示例省应急管理厅",
      first_issued_on: n < 7 ? "2023-05-03" : "2025-05-03",
      issued_on: n < 7 ? "2023-05-03" : "2025-05-03",
      valid_to: n < 7 ? "2029-05-02" : "2031-05-02",
      reviewed_on: null,
      next_review_on: null,
      evidence_file_id: null,
      certificate_id: null,
      queried_on: null,
      query_note: null,
      query_file_id: null,
      entered_by: big.clerk.accountId,
      entered_at: new Date("2026-02-01T00:00:00Z"),
      decided_by: null,
      decided_at: null,
    }));
    const rows = await app.services.database.insertInto("work_licence").values(licences).returning("id").execute();
    for (const { id } of rows) await big.must(big.verify(id));
    await big.must(
      big.stand(
        postId,
        people.map(({ personId }) => personId),
        "2026-02-01",
      ),
    );
    expect((await big.rows("&colour=amber")).length).toBe(7);
    expect((await big.rows("&colour=red")).length).toBe(2);
    await warnOfPostings(app.services);
    await warnOfPostings(app.services);
    const { rows: told } = (
      await big.clerk.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50")
    ).body;
    const digests = told.filter(({ template }) => template === "posting-digest").map(({ text }) => text);
    expect(digests).toHaveLength(1);
    expect(digests[0]).toContain("2 人不得上岗，7 人快到期");
    expect(digests[0]?.match(/焊工/g)).toHaveLength(9);
    expect(digests[0]).not.toMatch(/\d{15}|\*{4}/);
    const week = (await big.officer.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50"))
      .body.rows;
    expect(week.find(({ template }) => template === "postings-of-week")?.text).toMatch(/本周有 \d+ 人/);
  }, 120_000);

  it("reach the holder once at each of 90, 60, 30, 7 and 0 days, also after a missed day", async () => {
    on("2026-02-10");
    const { personId } = await posted({ licence: { issuedOn: "2024-01-01", validTo: "2026-06-10" } });
    const learner = await app.as("learner", { personId });
    const count = async () => {
      await warnOfPostings(app.services);
      const { rows } = (
        await (
          await app.signedIn(learner.accountId)
        ).get<{ rows: { template: string }[] }>("/api/v1/me/messages?limit=50")
      ).body;
      return rows.filter(({ template }) => template === "posting-due").length;
    };
    const told = [];
    for (const day of [
      "2026-03-11",
      "2026-03-12",
      "2026-03-13",
      "2026-04-13",
      "2026-05-11",
      "2026-06-03",
      "2026-06-10",
      "2026-06-11",
    ]) {
      on(day);
      told.push(await count());
    }
    expect(told).toEqual([0, 1, 1, 2, 3, 4, 5, 5]);
  });
});

describe("the office", () => {
  it("reads its towns and items, and exports the register and the warnings", async () => {
    on("2026-02-10");
    const { row } = await posted({ from: "2026-01-05" });
    expect((await desk.rows("&colour=red&office=emergency", desk.officer)).map(({ id }) => id)).toContain(row?.id);
    expect(await desk.rows("&colour=red&office=market-supervision", desk.officer)).toEqual([]);
    const elsewhere = await app.as("department", { region: "320682100" });
    expect(await desk.rows("", elsewhere)).toEqual([]);
    for (const path of ["/api/v1/postings/export", "/api/v1/postings-due/export"])
      expect((await desk.officer.get(path)).status).toBe(200);
  });
});

describe("a class for reviews", () => {
  it("is proposed for those who come due, once, and taken by one school", async () => {
    on("2026-02-10");
    const firm = await postingDesk(app);
    const { personId } = await firm.hire();
    await firm.licence({ personId, issuedOn: "2023-03-10", validTo: "2029-03-09" });
    await firm.must(firm.stand(await firm.post("electric-low"), [personId], "2026-02-09"));
    const ask = (item: string) =>
      firm.clerk.post<{ id: string; people: number; code?: string }>("/api/v1/review-classes", {
        item,
        wantedOn: "2026-03-01",
      });
    expect((await ask("electric-high")).body.code).toBe("nobody-due");
    const asked = await Promise.all([ask("electric-low"), ask("electric-low")]);
    expect(asked.map(({ body }) => body.code ?? "").toSorted()).toEqual(["", "review-class-waiting"]);
    const made = asked.find(({ status }) => status === 200)?.body;
    expect(made?.people).toBe(1);
    const school = async (admitted: boolean) => {
      const organisationId = await anOrganisation(app);
      if (admitted) await anAdmission(app, organisationId);
      return app.as("institution", { organisationId });
    };
    const unadmitted = await school(false);
    expect((await unadmitted.get<{ rows: object[] }>("/api/v1/review-classes")).body.rows).toEqual([]);
    expect((await unadmitted.post(`/api/v1/review-classes/${made?.id}/taking`)).status).toBe(403);
    const schools = [await school(true), await school(true)];
    const taken = await Promise.all(schools.map((one) => one.post(`/api/v1/review-classes/${made?.id}/taking`)));
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await firm.clerk.get<{ rows: object[] }>("/api/v1/review-classes")).body.rows).toMatchObject([
      { state: "taken", people: 1, hours: 8 },
    ]);
  });
});

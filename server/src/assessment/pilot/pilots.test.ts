import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFact, anOrganisation, createTestApp, type TestApp, type TestClient, upload } from "../../test/index.ts";

let app: TestApp;
let school: TestClient;
let schoolId: string;
let evaluator: TestClient;
let evaluatorId: string;
let office: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-02T02:00:00Z" });
  schoolId = await anOrganisation(app, { kind: "vocational-school" });
  evaluatorId = await anOrganisation(app, { kind: "evaluation-body" });
  school = await app.as("institution", { organisationId: schoolId });
  evaluator = await app.as("evaluator", { organisationId: evaluatorId });
  office = await app.as("department");
});
afterAll(() => app.close());

let serial = 0;
const somebody = () => ({
  name: `考生${String.fromCodePoint(0x4e00 + (serial += 1))}`,
  citizenId: makeCitizenId("320682", civilDate("2008-05-06"), serial),
});
type Person = ReturnType<typeof somebody>;

async function aPilot(given: { places?: number; certificate?: string; approve?: boolean } = {}): Promise<string> {
  const { body } = await school.post<{ id: string }>("/api/v1/pilots", {
    evaluatorId,
    certificate: given.certificate ?? `示例运维${(serial += 1)}`,
    level: "intermediate",
    majors: ["机电技术应用"],
    places: given.places ?? 60,
    feeFen: 22_000,
    year: 2026,
  });
  if (given.approve !== false) expect((await decide(body.id, "approved")).status).toBe(200);
  return body.id;
}
const decide = (id: string, verdict: string) =>
  office.post<{ code?: string }>(`/api/v1/pilots/${id}/decision`, { verdict, reason: "示例依据" });
interface Imported {
  registered: number;
  known: number;
  written: number;
  errors: { code: string; sentence: string }[];
  code?: string;
}
const csv = (rows: string[][]) => rows.map((row) => row.join(",")).join("\n");
const register = (id: string, people: Person[]) =>
  upload<Imported>(school, `/api/v1/pilots/${id}/candidate-imports`, {
    name: "考生.csv",
    content: csv([["姓名", "身份证号"], ...people.map((one) => [one.name, one.citizenId])]),
  });
const report = (id: string, rows: [Person, string, string?, string?][]) =>
  upload<Imported>(evaluator, `/api/v1/pilots/${id}/result-imports`, {
    name: "结果.csv",
    content: csv([
      ["姓名", "身份证号", "结果", "证书编号", "考核日期", "更正理由"],
      ...rows.map(([one, outcome, number, why]) => [
        one.name,
        one.citizenId,
        outcome,
        number ?? "",
        "2026-03-01",
        why ?? "",
      ]),
    ]),
  });
const shown = async (id: string) =>
  (await school.get<{ sat: number; registered: number; passed: number; feesFen: number }>(`/api/v1/pilots/${id}`)).body;

describe("places of a pilot", () => {
  it("60 are registered and the 61st is refused, also from lists at once", async () => {
    const id = await aPilot();
    const people = Array.from({ length: 61 }, somebody);
    const { body } = await register(id, people);
    expect(body).toMatchObject({ registered: 60, errors: [{ code: "pilot-full" }] });
    const small = await aPilot({ places: 10 });
    const lists = [0, 1, 2].map(() => Array.from({ length: 8 }, somebody));
    const answers = await Promise.all(lists.map((list) => register(small, list)));
    expect(answers.reduce((sum, { body: each }) => sum + each.registered, 0)).toBe(10);
    expect((await shown(small)).registered).toBe(10);
  });

  it("take nobody before approval or after withdrawal; old results stay", async () => {
    const id = await aPilot({ approve: false });
    expect((await register(id, [somebody()])).body.code).toBe("pilot-closed");
    await decide(id, "approved");
    const person = somebody();
    await register(id, [person]);
    await report(id, [[person, "合格", "X20260001"]]);
    expect((await decide(id, "withdrawn")).status).toBe(200);
    expect((await register(id, [somebody()])).body.code).toBe("pilot-closed");
    expect(await shown(id)).toMatchObject({ state: "withdrawn", passed: 1 });
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await stranger.get(`/api/v1/pilots/${id}`)).status).toBe(403);
  });
});

describe("results", () => {
  it("count fees for those who sat: 220 yuan by 58 is 12,760", async () => {
    const id = await aPilot();
    const people = Array.from({ length: 60 }, somebody);
    await register(id, people);
    const { body } = await report(
      id,
      people.map((one, n) => [one, n < 50 ? "合格" : n < 58 ? "不合格" : "缺考", n < 50 ? `XZ2026${1000 + n}` : ""]),
    );
    expect(body).toMatchObject({ written: 60, errors: [] });
    expect(await shown(id)).toMatchObject({ registered: 60, sat: 58, passed: 50, feesFen: 1_276_000 });
  });

  it("are corrected with a reason, of registered people only, with a number only for who passed", async () => {
    const id = await aPilot();
    const [one, other] = [somebody(), somebody()];
    await register(id, [one]);
    const faults = await report(id, [
      [other, "合格", "X1234567"],
      [one, "合格", ""],
    ]);
    expect(faults.body.errors.map(({ code }) => code)).toEqual(["not-registered", "number-with-pass"]);
    await report(id, [[one, "合格", "X1234567"]]);
    expect((await report(id, [[one, "不合格", ""]])).body.errors).toMatchObject([{ code: "correction-reason" }]);
    expect((await report(id, [[one, "不合格", "", "复核试卷"]])).body.written).toBe(1);
    expect((await shown(id)).passed).toBe(0);
  });
});

describe("a record", () => {
  it("says 中专 + 3 X, is one, and its levels are none of the five", async () => {
    const person = somebody();
    const pilots = [await aPilot(), await aPilot(), await aPilot()];
    for (const [n, id] of pilots.entries()) {
      await register(id, [person]);
      await report(id, [[person, "合格", `XC202600${n}`]]);
    }
    const { rows } = (await school.get<{ rows: { id: string }[] }>(`/api/v1/pilots/${pilots[0]}/candidates`)).body;
    const found = await app.services.database
      .selectFrom("pilot_candidate")
      .select("person_id")
      .where("id", "=", rows[0]?.id ?? "")
      .executeTakeFirstOrThrow();
    await aFact(app, found.person_id, "degree" as "pension", { level: "secondary", obtainedOn: "2025-07-01" });
    const learner = await app.as("learner", { personId: found.person_id });
    const { body } = await learner.get<{ pilotLine: string; pilots: { levelLabel: string }[]; certificates: object[] }>(
      "/api/v1/me/skills-file",
    );
    expect(body.pilotLine).toBe("中专 + 3 X");
    expect(body.pilots.map(({ levelLabel }) => levelLabel)).toEqual(["中级", "中级", "中级"]);
    expect(body.certificates).toEqual([]);
    const claims = await app.services.database
      .selectFrom("claim")
      .select("id")
      .where("person_id", "=", found.person_id)
      .execute();
    expect(claims).toEqual([]);
  });

  it("recognises a course once, and only with a certificate", async () => {
    const id = await aPilot();
    const [passed, failed] = [somebody(), somebody()];
    await register(id, [passed, failed]);
    await report(id, [
      [passed, "合格", "X7654321"],
      [failed, "不合格", ""],
    ]);
    const { rows } = (await school.get<{ rows: { id: string; outcome: string }[] }>(`/api/v1/pilots/${id}/candidates`))
      .body;
    const credit = (outcome: string) =>
      school.post<{ code?: string }>(
        `/api/v1/pilot-candidates/${rows.find((row) => row.outcome === outcome)?.id}/credits`,
        { course: "设备运维", points: 2.5 },
      );
    expect((await credit("failed")).body.code).toBe("credit-without-certificate");
    const twice = await Promise.all([credit("passed"), credit("passed")]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

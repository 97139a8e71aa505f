import { addDays, civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSheet } from "../../adapters/spreadsheet/index.ts";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  upload,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { commitInChunks } from "./commit-roster.ts";

interface Import {
  id: string;
  state: string;
  phase: string;
  rows: number;
  accepted: number;
  known: number;
  errorRows: number;
  unreadColumns: string[];
  errorCount: number;
  added: number;
  refused: string | null;
  errors: { rowNumber: number; column: string; code: string; value: string }[];
  warnings: { rowNumber: number; code: string }[];
}

const HEADER = "班级编号,姓名,身份证号,手机号,镇街,人员类别";
const born = (day: string): string => makeCitizenId("320682", civilDate(day), 7);
/** The nth person of these tests: a valid number that no other row has. */
/** Of another county than the builders' people, so that nobody is one of them. */
const citizen = (n: number): string =>
  makeCitizenId("320681", addDays(civilDate("1960-01-01"), n % 15_000), 1 + (Math.floor(n / 15_000) % 900));

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let serial = 20_000;
const next = (): number => (serial += 1);

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  institution = await app.as("institution", { organisationId });
});

async function aNumberedClass(
  given: Parameters<typeof aClass>[1] | Record<string, unknown> = {},
): Promise<{ id: string; number: string }> {
  const { id } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02", ...given });
  const row = await app.services.database
    .selectFrom("training_class")
    .select("number")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { id, number: row.number };
}
const send = (content: Buffer | string, query = "") =>
  upload<Import>(institution, `/api/v1/roster-imports${query}`, { name: "花名册.csv", content });
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
const enrolled = async (classId: string): Promise<number> => {
  const { body } = await institution.get<{ rows: { state: string }[] }>(`/api/v1/classes/${classId}/roster?limit=200`);
  return body.rows.filter((row) => row.state === "enrolled").length;
};

describe("importing a roster", () => {
  it("previews with an error per bad row, then enrols the good ones", async () => {
    const target = await aNumberedClass({ capacity: 4 });
    const overlapping = await aNumberedClass();
    const known = await aPerson(app, { name: "王在册", citizenId: citizen(next()) });
    await anEnrolment(app, target.id, known.id, 1);
    const busy = await aPerson(app, { name: "赵在别班", citizenId: citizen(next()) });
    await anEnrolment(app, overlapping.id, busy.id, 1);
    const first = citizen(next());
    const row = (name: string, id: string, rest = "13912345678,如城街道,登记失业人员"): string =>
      `${target.number},${name},${id},${rest}`;
    const previewed = await send(
      csv(
        row("李一", first),
        row("李二", "320682199001011234"),
        row("李一", first),
        row("王在册", known.citizenId),
        row("赵在别班", busy.citizenId),
        row("改名人", busy.citizenId),
        `KB-NONE,李三,${citizen(next())},,,`,
        row("李四", citizen(next()), "12345,如城街道,登记失业人员"),
        row("李五", citizen(next()), ",乌有镇,"),
        row("李六", citizen(next())),
        row("李七", citizen(next()), ",,企业职工"),
        row("李八", citizen(next())),
      ),
    );
    expect(previewed.body).toMatchObject({
      state: "done",
      phase: "preview",
      rows: 12,
      accepted: 3,
      known: 1,
      errorRows: 8,
      errorCount: 8,
    });
    expect(previewed.body.errors.map((error) => [error.rowNumber, error.code])).toEqual([
      [3, "id-checksum"],
      [4, "duplicate-row"],
      [6, "learner-in-two-places"],
      [7, "person-name-mismatch"],
      [8, "class-unknown"],
      [9, "mobile-shape"],
      [10, "town-unknown"],
      [13, "class-full"],
    ]);
    expect(previewed.body.warnings).toMatchObject([{ rowNumber: 12, code: "group-not-covered" }]);
    expect(JSON.stringify(previewed.body)).not.toContain(first);
    expect(await enrolled(target.id)).toBe(1);

    const committed = await institution.post<Import>(`/api/v1/roster-imports/${previewed.body.id}/commit`);
    expect(committed.body).toMatchObject({ state: "done", phase: "commit", added: 3 });
    expect(await enrolled(target.id)).toBe(4);
    const again = await institution.post(`/api/v1/roster-imports/${previewed.body.id}/commit`);
    expect([again.status, again.body.code]).toEqual([409, "already-committed"]);
  });

  it("gives the clerk's own sheet back with what is wrong in a last column, which mended can be sent again", async () => {
    const target = await aNumberedClass();
    const bad = "320682199001011234";
    const { body } = await send(csv(`${target.number},李二,${bad},,,`, `${target.number},李三,${citizen(next())},,,`));
    const file = await institution.inject({ method: "GET", url: `/api/v1/roster-imports/${body.id}/errors` });
    const text = { parse: (cell: string) => ({ ok: true as const, value: cell }) };
    const sheet = await readSheet(file.rawPayload, {
      name: { header: "姓名", required: true, ...text },
      number: { header: "身份证号", required: true, ...text },
    });
    expect(sheet.rows.map((row) => row.values)).toMatchObject([{ name: "李二", number: bad }, { name: "李三" }]);
    const again = await send(file.rawPayload);
    expect(again.body).toMatchObject({ rows: 2, accepted: 1, errorRows: 1, unreadColumns: [] });
    await institution.post(`/api/v1/roster-imports/${body.id}/commit`);
    expect((await send(file.rawPayload)).body).toMatchObject({ accepted: 0, known: 1, errorRows: 1 });
  });

  it("reads the headings and words of offices, and names the columns that it doesn't read", async () => {
    const target = await aNumberedClass();
    const { body } = await send(
      `学员姓名,居民身份证号码,联系电话,所属乡镇,人员类型,文化程度\n赵示例,${citizen(next())},无,如皋市如城街道,低保户,高中\n`,
      `?classId=${target.id}`,
    );
    expect(body).toMatchObject({ accepted: 1, errors: [], unreadColumns: ["文化程度"] });
  });

  it("takes no children, and warns of the retired", async () => {
    const target = await aNumberedClass();
    const { body } = await send(
      csv(...["2010-05-01", "1931-05-01", "1990-05-01"].map((day) => `${target.number},钱示例,${born(day)},,,`)),
    );
    expect(body.errors).toMatchObject([{ rowNumber: 2, code: "too-young" }]);
    expect(body.warnings.filter((each) => each.code === "past-retiring-age")).toMatchObject([{ rowNumber: 3 }]);
  });

  it("reads what Excel saves as GBK, for the class of the page", async () => {
    const target = await aNumberedClass();
    // 姓名,身份证号 and 张示例 in GBK.
    const gbk = Buffer.concat([
      Buffer.from("d0d5c3fb2cc9edb7ddd6a4bac50d0a", "hex"),
      Buffer.from("d5c5cabec0fd", "hex"),
      Buffer.from(`,${citizen(next())}\r\n`),
    ]);
    const { body } = await send(gbk, `?classId=${target.id}`);
    expect(body).toMatchObject({ accepted: 1, errorCount: 0 });
  });

  it.each([
    ["a file that is no sheet", Buffer.from("%PDF-1.7 ..."), "请上传 Excel"],
    ["a sheet without the columns", "甲,乙\n1,2\n", "缺少"],
  ])("refuses %s as a whole", async (_what, content, words) => {
    const { body } = await send(content);
    expect(body).toMatchObject({ state: "failed", accepted: 0 });
    expect(body.refused).toContain(words);
  });

  it("leaves out who was enrolled between preview and commit", async () => {
    const target = await aNumberedClass();
    const rows = [citizen(next()), citizen(next())];
    const { body } = await send(csv(...rows.map((id) => `${target.number},孙示例,${id},,,`)));
    const added = await institution.post(`/api/v1/classes/${target.id}/roster`, { name: "孙示例", citizenId: rows[0] });
    expect(added.status).toBe(200);
    const committed = await institution.post<Import>(`/api/v1/roster-imports/${body.id}/commit`);
    expect(committed.body).toMatchObject({ added: 1 });
    expect(committed.body.errors).toMatchObject([{ code: "already-enrolled" }]);
    expect(await enrolled(target.id)).toBe(2);
  });

  it("is frozen once the class runs", async () => {
    const target = await aNumberedClass({ state: "running" });
    const { body } = await send(csv(`${target.number},钱示例,${citizen(next())},,,`));
    expect(body.errors).toMatchObject([{ code: "roster-frozen" }]);
    const added = await institution.post(`/api/v1/classes/${target.id}/roster`, {
      name: "钱示例",
      citizenId: citizen(next()),
    });
    expect([added.status, added.body.code]).toEqual([409, "roster-frozen"]);
  });

  it("of another institution is not to be seen", async () => {
    const target = await aNumberedClass();
    const { body } = await send(csv(`${target.number},周示例,${citizen(next())},,,`));
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await stranger.get(`/api/v1/roster-imports/${body.id}`)).status).toBe(403);
  });

  it("takes 10,000 rows and goes on after a crash", async () => {
    const classes: string[] = [];
    // One session each, a day apart, so that nobody is in two places.
    for (let n = 0; n < 50; n += 1)
      classes.push(
        (await aNumberedClass({ capacity: 200, sessions: 1, startsOn: addDays(civilDate("2020-04-01"), n) })).number,
      );
    const rows = Array.from({ length: 10_000 }, (_row, n) =>
      n % 1_000 === 999
        ? `${classes[n % 50]},坏行,320682199001011234,,,`
        : `${classes[n % 50]},吴示例,${citizen(n)},139${String(10_000_000 + n)},如城街道,登记失业人员`,
    );
    const { body } = await send(csv(...rows));
    expect(body.state).toBe("waiting");
    await app.drain();
    const preview = await institution.get<Import>(`/api/v1/roster-imports/${body.id}`);
    expect(preview.body).toMatchObject({ state: "done", rows: 10_000, accepted: 9_990, errorCount: 10 });
    await institution.post(`/api/v1/roster-imports/${body.id}/commit`);
    await commitInChunks(app.services, body.id);
    const done = await institution.get<Import>(`/api/v1/roster-imports/${body.id}`);
    expect(done.body).toMatchObject({ state: "done", phase: "commit", added: 9_990 });
    // The event itself is delivered too, as after a crash: nothing is done twice.
    await app.drain();
    const again = await institution.get<Import>(`/api/v1/roster-imports/${body.id}`);
    expect(again.body.added).toBe(9_990);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select((build) => build.fn.count<number>("person_id").distinct().as("people"))
      .where("template", "=", "enrolled-by-institution")
      .executeTakeFirstOrThrow();
    expect(told.people).toBeGreaterThanOrEqual(9_990);
  }, 240_000);
});

import { readXlsx } from "hucre";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anOrganisation,
  aRoom,
  aTeacher,
  createTestApp,
  upload,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

interface Imported {
  rows: number;
  imported: number;
  errors: { rowNumber: number; column: string; sentence: string }[];
  notes: string[];
}

const HEADER = "日期,开始时间,结束时间,课时,授课内容,教师,教室,是否实操,是否通用素质课";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let classId: string;
let teacher: string;
let room: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
});
afterAll(() => app.close());
beforeEach(async () => {
  organisationId = await anOrganisation(app);
  institution = await app.as("institution", { organisationId });
  ({ id: classId } = await aClass(app, { organisationId, state: "draft", startsOn: "2020-03-02", sessions: 1 }));
  teacher = await nameOf("person", (await aTeacher(app, organisationId)).personId);
  room = await nameOf("room", await aRoom(app, organisationId));
});

async function nameOf(table: "person" | "room", id: string): Promise<string> {
  const row = await app.services.database
    .selectFrom(table)
    .select("name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.name;
}
const send = (...rows: string[]) =>
  upload<Imported>(institution, `/api/v1/classes/${classId}/timetable`, {
    name: "课表.csv",
    content: [HEADER, ...rows].join("\n"),
  });
const topics = async (): Promise<string[]> => {
  const { body } = await institution.get<{ sessions: { topic: string }[] }>(`/api/v1/classes/${classId}/sessions`);
  return body.sessions.map((session) => session.topic);
};

describe("importing a timetable", () => {
  it("replaces the one before", async () => {
    const { body } = await send(
      `2020/3/2,8:30,11:30,4,职业道德与安全,${teacher},${room},否,是`,
      `2020年3月3日,08:30,11:30,4,接线实操,${teacher},${room},是,`,
    );
    expect(body).toMatchObject({ rows: 2, imported: 2, errors: [], unreadColumns: [], notes: [] });
    expect(await topics()).toEqual(["职业道德与安全", "接线实操"]);
  });

  it.each<[what: string, row: (teacher: string, room: string) => string, from: string]>([
    ["a day with a clock time", (t, r) => `2020/3/2 0:00,08:30,11:30,4,甲,${t},${r}`, "2020-03-02T00:30:00.000Z"],
    ["a serial number for a day", (t, r) => `43893,08:30,11:30,4,甲,${t},${r}`, "2020-03-03T00:30:00.000Z"],
    ["a day without its year", (t, r) => `3月4日,08:30,11:30,4,甲,${t},${r}`, "2020-03-04T00:30:00.000Z"],
    ["clock times in words", (t, r) => `2020-03-02,上午8:30,下午1：30,4课时,甲,${t},${r}`, "2020-03-02T00:30:00.000Z"],
    ["points in clock times", (t, r) => `2020-03-02,8.30,11点30分,４,甲,${t},${r}`, "2020-03-02T00:30:00.000Z"],
    [
      "parts of a day",
      (t, r) => `2020-03-02,0.354166666666667,0.479166666666667,4,甲,${t},${r}`,
      "2020-03-02T00:30:00.000Z",
    ],
    [
      "blanks in names",
      (t, r) => `2020-03-02,08:30,11:30,4,甲,　${t.replace("示", "　示")},${[...r].join(" ")}`,
      "2020-03-02T00:30:00.000Z",
    ],
  ])("reads %s", async (_, row, from) => {
    const { body } = await send(row(teacher, room), "合计,,,4,,,", "备注：节假日不上课");
    expect(body).toMatchObject({ rows: 1, imported: 1, errors: [] });
    expect(body.notes.join("")).toContain("第 3 行（合计）");
    const listed = await institution.get<{ sessions: { startsAt: string }[] }>(`/api/v1/classes/${classId}/sessions`);
    expect(listed.body.sessions.map((session) => new Date(session.startsAt).toISOString())).toEqual([from]);
  });

  it("previews without a change, marks the sheet, and offers a template with the institution's own names", async () => {
    const before = await topics();
    const content = [HEADER, `2020-03-02,08:30,11:30,4,甲,${teacher},${room},,`].join("\n");
    const file = { name: "课表.csv", content };
    const preview = await upload<Imported>(institution, `/api/v1/classes/${classId}/timetable/preview`, file);
    expect(preview.body).toMatchObject({ imported: 1 });
    expect(await topics()).toEqual(before);
    expect((await upload(institution, `/api/v1/classes/${classId}/timetable/marked`, file)).status).toBe(200);
    const template = await institution.inject({ url: `/api/v1/classes/${classId}/timetable/template` });
    const words = (await readXlsx(template.rawPayload)).sheets[1]?.rows.flat();
    expect(words).toEqual(expect.arrayContaining([teacher, room, "是"]));
  });

  it("names every bad row and keeps the one before", async () => {
    const before = await topics();
    const { body } = await send(
      `2020-03-02,08:30,11:30,4,甲,${teacher},${room},,`,
      `2020-02-30,08:30,11:30,4,乙,${teacher},${room},,`,
      `2020-03-03,25:30,11:30,4,丙,${teacher},${room},,`,
      `2020-03-03,08:30,11:30,5,丁,${teacher},${room},,`,
      `2020-03-03,11:30,08:30,1,戊,${teacher},${room},,`,
      `2020-03-04,08:30,11:30,4,己,无名氏,${room},,`,
      `2020-03-04,08:30,11:30,4,庚,${teacher},空中楼阁,,`,
      `2020-03-02,10:00,11:30,2,辛,${teacher},${room},,`,
      `2020-03-05,08:30,11:30,4,壬,${teacher},${room},也许,`,
    );
    expect(body.errors.map((error) => [error.rowNumber, error.column])).toEqual([
      [3, "日期"],
      [4, "开始时间"],
      [5, "课时"],
      [6, "结束时间"],
      [7, "教师"],
      [8, "教室"],
      [9, "教师"],
      [9, "教室"],
      [10, "是否实操"],
    ]);
    expect(body.errors[6]?.sentence).toContain("第 2 行");
    expect(body.imported).toBe(0);
    expect(await topics()).toEqual(before);
  });

  it("sees what the teacher does in other classes", async () => {
    await send(`2020-03-02,08:30,11:30,4,甲,${teacher},${room},,`);
    ({ id: classId } = await aClass(app, { organisationId, state: "draft", startsOn: "2020-03-02", sessions: 0 }));
    const { body } = await send(`2020-03-02,11:00,12:30,2,乙,${teacher},${room},,`);
    expect(body.errors.map((error) => error.column)).toEqual(["教师", "教室"]);
  });

  it("takes back what it exported", async () => {
    await send(`2020-03-02,08:30,11:30,4,职业道德与安全,${teacher},${room},否,是`);
    const file = await institution.inject({ url: `/api/v1/classes/${classId}/timetable` });
    const back = await upload<Imported>(institution, `/api/v1/classes/${classId}/timetable`, {
      name: "课表.xlsx",
      content: file.rawPayload,
    });
    expect(back.body).toMatchObject({ rows: 1, imported: 1, errors: [] });
  });

  it("is closed once the bureau looks at the class", async () => {
    await app.services.database
      .updateTable("training_class")
      .set({ state: "submitted" })
      .where("id", "=", classId)
      .execute();
    expect((await send(`2020-03-02,08:30,11:30,4,甲,${teacher},${room},,`)).body).toMatchObject({
      code: "class-not-editable",
    });
  });
});

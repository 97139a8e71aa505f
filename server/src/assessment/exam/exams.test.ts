import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSheet } from "../../adapters/spreadsheet/index.ts";
import {
  aClass,
  anAdmission,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { completionOf } from "../index.ts";

interface Imported {
  written: number;
  unchanged: number;
  absent: number;
  errors: { rowNumber: number; column: string; value: string; sentence: string }[];
}
interface Exam {
  seats: {
    enrolmentId: string;
    score: number | null;
    passed: boolean | null;
    corrections: number;
    notReady: string | null;
  }[];
}

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

/** A class with a completion exam: each learner by name, with all sessions attended or none. */
async function anExam(learners: { name: string; attends?: boolean }[]) {
  const training = await aClass(app, { organisationId });
  const enrolments: string[] = [];
  for (const { name, attends = true } of learners) {
    const person = await aPerson(app, { name });
    const enrolmentId = await anEnrolment(app, training.id, person.id);
    if (attends) await attended(app, training.sessionIds, enrolmentId, person.id);
    enrolments.push(enrolmentId);
  }
  const made = await clerk.post<{ id: string }>(`/api/v1/classes/${training.id}/exams`, {
    kind: "completion",
    heldOn: "2020-03-24",
  });
  return { examId: made.body.id, classId: training.id, enrolments };
}
const record = (examId: string, body: object) => clerk.post(`/api/v1/exams/${examId}/results`, body);
const show = async (examId: string) => (await clerk.get<Exam>(`/api/v1/exams/${examId}`)).body.seats;

async function upload(examId: string, content: Buffer, step = "") {
  const boundary = "----scores";
  const response = await clerk.inject({
    method: "POST",
    url: `/api/v1/exams/${examId}/results/import${step}`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="成绩.xlsx"\r\n\r\n`),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: response.statusCode, body: response.json<Imported & { code?: string; detail?: string }>() };
}
type Row = [seat: string, name: string, score: string, reason?: string];
const sheet = (rows: Row[]): Promise<Buffer> =>
  buffer(
    writeSheet<Row>(
      ["座号", "姓名", "成绩", "更正理由"].map((header, at) => ({ header, value: (row) => row[at] })),
      rows,
      { format: "xlsx" },
    ),
  );

describe("a result", () => {
  it("is entered once, and corrected by a new fact with a reason", async () => {
    const { examId, enrolments } = await anExam([{ name: "张三" }]);
    const enrolmentId = enrolments[0] ?? "";
    expect((await record(examId, { enrolmentId, score: 55.5 })).status).toBe(200);
    expect((await record(examId, { enrolmentId, score: 62 })).body.detail).toContain("更正须写明理由");
    expect((await record(examId, { enrolmentId, score: 62, reason: "复核加分题" })).status).toBe(200);
    expect(await show(examId)).toMatchObject([{ score: 62, passed: true, corrections: 1 }]);
    expect((await completionOf(app.services.database, [enrolmentId])).get(enrolmentId)?.examPassed).toBe(true);
  });

  it("is not for somebody whose hours are not complete", async () => {
    const { examId, enrolments } = await anExam([{ name: "张三", attends: false }]);
    const answer = await record(examId, { enrolmentId: enrolments[0], score: 90 });
    expect([answer.status, answer.body.code]).toEqual([422, "result-not-accepted"]);
    expect((await show(examId))[0]?.notReady).toBe("计入课时 0 课时，未满规定的 60 课时");
  });

  it("stands once a certificate was given on it, until that is revoked", async () => {
    const { examId, enrolments, classId } = await anExam([{ name: "张三" }]);
    const enrolmentId = enrolments[0] ?? "";
    await record(examId, { enrolmentId, score: 80 });
    const issued = await clerk.post<{ issued: { certificateId: string }[] }>(`/api/v1/classes/${classId}/certificates`);
    const change = { enrolmentId, score: 50, reason: "查实替考" };
    expect((await record(examId, change)).body.code).toBe("certificate-given");
    await clerk.post(`/api/v1/certificates/${issued.body.issued[0]?.certificateId}/revocation`, { reason: "查实替考" });
    expect((await record(examId, change)).status).toBe(200);
  });

  it("is written once where two clerks enter it at the same moment", async () => {
    const { examId, enrolments } = await anExam([{ name: "张三" }]);
    const answers = await Promise.all(
      [70, 71, 72].map((score) => record(examId, { enrolmentId: enrolments[0], score })),
    );
    expect(answers.filter((each) => each.status === 200)).toHaveLength(1);
    expect(answers.every((each) => [200, 409, 422].includes(each.status))).toBe(true);
  });

  it.each([
    ["over a hundred", 100.5],
    ["below nothing", -1],
    ["of a third of a point", 60.333],
  ])("is not %s", async (_name, score) => {
    const { examId, enrolments } = await anExam([{ name: "张三" }]);
    expect((await record(examId, { enrolmentId: enrolments[0], score })).status).toBe(422);
  });
});

describe("a sheet of results", () => {
  it("writes the good rows and names the bad ones", async () => {
    const { examId } = await anExam([{ name: "张三" }, { name: "李四" }, { name: "王五", attends: false }]);
    const rows: Row[] = [
      ["1", "张三", "88"],
      ["2", "李五", "70"],
      ["3", "王五", "90"],
      ["9", "赵六", "60"],
      ["2", "李四", "一百"],
      ["1", "张三", "89"],
    ];
    const { body } = await upload(examId, await sheet(rows));
    expect(body).toMatchObject({ written: 1, unchanged: 0 });
    expect(body.errors.map(({ rowNumber, column, sentence }) => [rowNumber, column, sentence])).toEqual([
      [3, "姓名", "姓名与该座号的学员不一致。"],
      [4, "成绩", "计入课时 0 课时，未满规定的 60 课时。"],
      [5, "座号", "班级里没有这个座号。"],
      [6, "成绩", "成绩应为 0 至 100 的分数，最多两位小数；没有参加的填“缺考”。"],
      [7, "座号", "与第 2 行是同一个学员，请删去一行。"],
    ]);
  });

  it("can be what was exported before, filled in", async () => {
    const { examId } = await anExam([{ name: "张三" }]);
    await upload(examId, await sheet([["1", "张三", "77"]]));
    const exported = await clerk.inject({ method: "GET", url: `/api/v1/exams/${examId}/export` });
    expect((await upload(examId, exported.rawPayload)).body).toMatchObject({ written: 0, unchanged: 1, errors: [] });
  });

  it("may be CSV as an office computer saves it (GBK)", async () => {
    const { examId } = await anExam([{ name: "张三" }]);
    const gbk = Buffer.from("d7f9bac52cd0d5c3fb2cb3c9bca80d0a312cd5c5c8fd2c38380d0a", "hex");
    expect((await upload(examId, gbk)).body).toMatchObject({ written: 1, errors: [] });
  });

  it("corrects with the reason in its column, and not without one", async () => {
    const { examId } = await anExam([{ name: "张三" }]);
    await upload(examId, await sheet([["1", "张三", "50"]]));
    expect((await upload(examId, await sheet([["1", "张三", "65"]]))).body.errors[0]?.sentence).toContain(
      "更正须写明理由",
    );
    expect((await upload(examId, await sheet([["1", "张三", "65", "登分错误"]]))).body.written).toBe(1);
  });

  it.each<[what: string, head: string, row: string, seat: object]>([
    ["full width", "座号,姓名,成绩", "１,张 三,８８", { score: 88, passed: true }],
    ["a unit", "座号,姓名,成绩", "1号,张三,91分", { score: 91, passed: true }],
    ["two decimals", "座号,姓名,成绩", "1,张三,80.25", { score: 80.25, passed: true }],
    ["absence", "座号,姓名,成绩", "1,张三,缺考", { score: null, absent: true, passed: false }],
    ["two parts", "姓名,理论,实作", "张三,90,55", { score: 55, theory: 90, skill: 55, passed: false }],
    [
      "two parts and a total",
      "姓名,应知,应会,总分",
      "张三,70,80,76",
      { score: 76, theory: 70, skill: 80, passed: true },
    ],
    ["admission numbers", "准考证号,姓名,成绩", "20200325001,张三,75", { score: 75, passed: true }],
  ])("may be written with %s", async (_, head, row, seat) => {
    const { examId } = await anExam([{ name: "张三" }]);
    expect((await upload(examId, Buffer.from(`${head}\r\n${row}\r\n`))).body).toMatchObject({ written: 1, errors: [] });
    expect(await show(examId)).toMatchObject([seat]);
  });

  it.each(["0x50", "1e2", "101", "-1", "60.333", "良好"])("takes no %s for a score", async (score) => {
    const { examId } = await anExam([{ name: "张三" }]);
    const { body } = await upload(examId, Buffer.from(`座号,姓名,成绩\r\n1,张三,${score}\r\n`));
    expect(body).toMatchObject({ written: 0, errors: [{ column: "成绩", code: "score-range" }] });
  });

  it("names people by their names however those are typed", async () => {
    const { examId } = await anExam([{ name: "Mary Jane" }, { name: "买买提·吐尔逊" }]);
    const { body } = await upload(examId, Buffer.from("座号,姓名,成绩\r\n1,Mary Jane,80\r\n2,买买提•吐尔逊,81\r\n"));
    expect(body).toMatchObject({ written: 2, errors: [] });
  });

  it("is previewed without writing anything", async () => {
    const { examId } = await anExam([{ name: "张三" }]);
    const { body } = await upload(examId, await sheet([["1", "张三", "88"]]), "/preview");
    expect(body).toMatchObject({ written: 1 });
    expect(await show(examId)).toMatchObject([{ score: null }]);
  });

  it("brought twice at the same moment is written once", async () => {
    const { examId } = await anExam([{ name: "张三" }, { name: "李四" }]);
    const file = await sheet([
      ["1", "张三", "81"],
      ["2", "李四", "82"],
    ]);
    const answers = await Promise.all([1, 2, 3].map(() => upload(examId, file)));
    expect(answers.map((each) => each.body.written).toSorted()).toEqual([0, 0, 2]);
    expect(answers.map((each) => each.body.unchanged).toSorted()).toEqual([0, 2, 2]);
  });

  const bad: [string, () => Promise<Buffer>, string][] = [
    ["broken", async () => (await sheet([["1", "张三", "1"]])).subarray(0, 300), "sheet-broken"],
    ["a picture", () => Promise.resolve(Buffer.from("\x89PNG\r\n\x1a\n....", "latin1")), "sheet-type"],
    ["without its columns", () => Promise.resolve(Buffer.from("甲,乙\r\n1,2\r\n")), "sheet-columns-missing"],
    [
      "too long",
      () => Promise.resolve(Buffer.from(`座号,姓名,成绩\r\n${"1,张三,60\r\n".repeat(1_001)}`)),
      "sheet-too-many-rows",
    ],
    ["too large", () => Promise.resolve(Buffer.alloc(11 << 20, "1")), "file-too-large"],
  ];
  it.each(bad)("is refused when %s", async (_name, content, code) => {
    const { examId } = await anExam([{ name: "张三" }]);
    const answer = await upload(examId, await content());
    expect(answer.status).toBeGreaterThanOrEqual(413);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.code).toBe(code);
  });
});

describe("the day of an exam", () => {
  it.each([
    ["2019-01-01", "exam-before-class"],
    ["2126-12-01", "exam-too-late"],
  ])("is not %s", async (heldOn, code) => {
    const { classId } = await anExam([]);
    expect((await clerk.post(`/api/v1/classes/${classId}/exams`, { kind: "completion", heldOn })).body.code).toBe(code);
  });
});

describe("an evaluation", () => {
  it("is held by an evaluator admitted for the occupation and level, who alone writes its results", async () => {
    const { classId, enrolments } = await anExam([{ name: "张三" }]);
    const evaluatorId = await anOrganisation(app, { kind: "evaluation-body" });
    const given = { kind: "evaluation", heldOn: "2020-03-25", evaluatorId };
    expect((await clerk.post(`/api/v1/classes/${classId}/exams`, given)).body.code).toBe("evaluator-not-admitted");
    await anAdmission(app, evaluatorId, { activity: "evaluation" });
    const made = await clerk.post<{ id: string }>(`/api/v1/classes/${classId}/exams`, given);
    expect(made.status).toBe(200);
    const evaluator = await app.as("evaluator", { organisationId: evaluatorId });
    const result = { enrolmentId: enrolments[0], score: 75 };
    expect((await clerk.post(`/api/v1/exams/${made.body.id}/results`, result)).status).toBe(403);
    expect((await evaluator.post(`/api/v1/exams/${made.body.id}/results`, result)).status).toBe(200);
    const list = await evaluator.get<{ rows: { id: string; passed: number }[] }>("/api/v1/exams");
    expect(list.body.rows).toMatchObject([{ id: made.body.id, passed: 1, learners: 1 }]);
  });

  it("is not set without an evaluator, nor a completion exam with one", async () => {
    const { classId } = await anExam([]);
    const evaluatorId = await anOrganisation(app, { kind: "evaluation-body" });
    for (const body of [
      { kind: "evaluation", heldOn: "2020-03-25" },
      { kind: "completion", heldOn: "2020-03-25", evaluatorId },
    ])
      expect((await clerk.post(`/api/v1/classes/${classId}/exams`, body)).body.code).toBe("evaluator-and-kind");
  });
});

describe("the end of a class for a learner", () => {
  it.each([
    ["completed without an exam", { outcome: "completed" }, 409, "not-complete"],
    ["failed without a reason", { outcome: "failed" }, 422, "reason-missing"],
    ["failed with one", { outcome: "failed", reason: "缺课过多" }, 200, undefined],
  ])("%s", async (_name, body, status, code) => {
    const { enrolments } = await anExam([{ name: "张三" }]);
    const answer = await clerk.post(`/api/v1/enrolments/${enrolments[0]}/outcome`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("completed, where hours and exam bear it out, and then no more to change", async () => {
    const { examId, enrolments } = await anExam([{ name: "张三" }]);
    await record(examId, { enrolmentId: enrolments[0], score: 80 });
    const url = `/api/v1/enrolments/${enrolments[0]}/outcome`;
    expect((await clerk.post(url, { outcome: "completed" })).status).toBe(200);
    expect((await clerk.post(url, { outcome: "failed", reason: "弄错了" })).body.code).toBe("enrolment-state");
  });
});

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

const SAMPLES = path.resolve(import.meta.dirname, "../../../assets/lessons");
const sample = (name: string): Promise<Buffer> => readFile(path.join(SAMPLES, name));

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-09T01:00:00Z" });
  organisationId = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

const aCourse = async (): Promise<string> =>
  (await clerk.post<{ id: string }>("/api/v1/courses", { title: "家政服务员网上课程", qualityModule: true })).body.id;

async function upload(courseId: string, query: Record<string, string>, content: Buffer, name = "file.bin") {
  const boundary = "----lesson";
  const response = await clerk.inject({
    method: "POST",
    url: `/api/v1/courses/${courseId}/files?${new URLSearchParams(query).toString()}`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: video/mp4\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: response.statusCode, body: response.json<{ id: string; code?: string; detail?: string }>() };
}

interface Details {
  state: string;
  lessons: { id: string; kind: string; title: string; durationMs: number | null }[];
}
const details = async (id: string): Promise<Details> => (await clerk.get<Details>(`/api/v1/courses/${id}`)).body;

describe("a course", () => {
  it("is written from video, document and quiz, put in order, published and attached to a class", async () => {
    const courseId = await aCourse();
    const video = await upload(
      courseId,
      { kind: "video", title: "礼仪" },
      await sample("household-service-manners.mp4"),
    );
    const text = await upload(
      courseId,
      { kind: "document", title: "须知", readingMinutes: "10" },
      await sample("working-life-essentials.pdf"),
    );
    const quiz = await clerk.post<{ id: string }>(
      `/api/v1/courses/${courseId}/quizzes`,
      JSON.parse((await sample("professional-ethics-quiz.json")).toString("utf8")),
    );
    expect([video.status, text.status, quiz.status]).toEqual([200, 200, 200]);
    await clerk.put(`/api/v1/courses/${courseId}/lessons`, { lessonIds: [text.body.id, video.body.id, quiz.body.id] });
    const found = await details(courseId);
    expect(found.lessons.map(({ kind, durationMs }) => [kind, durationMs])).toEqual([
      ["document", 600_000],
      ["video", 48_000],
      ["quiz", null],
    ]);
    const training = await aClass(app, { organisationId });
    const early = await clerk.put(`/api/v1/classes/${training.id}/courses`, { courseIds: [courseId] });
    expect(early.body.code).toBe("course-not-usable");
    expect((await clerk.put(`/api/v1/courses/${courseId}/state`, { state: "published" })).status).toBe(200);
    expect((await clerk.put(`/api/v1/classes/${training.id}/courses`, { courseIds: [courseId] })).status).toBe(200);
    const list = await clerk.get<{ rows: { id: string; lessons: number; durationMs: number }[] }>("/api/v1/courses");
    expect(list.body.rows.find((row) => row.id === courseId)).toMatchObject({ lessons: 3, durationMs: 648_000 });
  });

  it("can't be changed once published, nor published empty", async () => {
    const courseId = await aCourse();
    expect((await clerk.put(`/api/v1/courses/${courseId}/state`, { state: "published" })).body.code).toBe(
      "course-empty",
    );
    await upload(courseId, { kind: "video", title: "安全用电" }, await sample("electrical-safety.mp4"));
    await clerk.put(`/api/v1/courses/${courseId}/state`, { state: "published" });
    const late = await upload(courseId, { kind: "video", title: "安全用电" }, await sample("electrical-safety.mp4"));
    expect([late.status, late.body.code]).toEqual([409, "course-not-draft"]);
    expect((await clerk.put(`/api/v1/courses/${courseId}/lessons`, { lessonIds: [] })).body.code).toBe(
      "course-not-draft",
    );
  });

  it("numbers lessons apart when two are added at once", async () => {
    const courseId = await aCourse();
    const clip = await sample("electrical-safety.mp4");
    const answers = await Promise.all(
      [1, 2, 3].map((n) => upload(courseId, { kind: "video", title: `第${n}课` }, clip)),
    );
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200]);
    expect((await details(courseId)).lessons).toHaveLength(3);
  });

  const bad: [string, Record<string, string>, () => Promise<Buffer>, number, string][] = [
    [
      "a picture called a video",
      { kind: "video" },
      () => Promise.resolve(Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")),
      422,
      "upload-type-refused",
    ],
    [
      "a program",
      { kind: "video" },
      () => Promise.resolve(Buffer.from("\x7fELF\x02\x01\x01\0\0\0\0\0", "latin1")),
      422,
      "upload-type-unknown",
    ],
    ["an empty file", { kind: "video" }, () => Promise.resolve(Buffer.alloc(0)), 422, "file-empty"],
    [
      "a video cut off before its header",
      { kind: "video" },
      async () => (await sample("electrical-safety.mp4")).subarray(0, 40),
      422,
      "video-without-duration",
    ],
    [
      "a web page called a document",
      { kind: "document", readingMinutes: "5" },
      () => Promise.resolve(Buffer.from("<html><script>")),
      422,
      "upload-type-refused",
    ],
    [
      "a document without its reading time",
      { kind: "document" },
      () => sample("working-life-essentials.pdf"),
      422,
      "reading-minutes-missing",
    ],
  ];
  it.each(bad)("refuses %s", async (_name, query, content, status, code) => {
    const answer = await upload(await aCourse(), { title: "坏文件", ...query }, await content());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it("is another institution's neither to see nor to change", async () => {
    const courseId = await aCourse();
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await other.get(`/api/v1/courses/${courseId}`)).status).toBe(403);
    expect((await other.put(`/api/v1/courses/${courseId}/state`, { state: "published" })).status).toBe(403);
  });
});

/** A class with a published clip, and a learner in it. */
async function aClassWithClip() {
  const courseId = await aCourse();
  const { body } = await upload(courseId, { kind: "video", title: "安全用电" }, await sample("electrical-safety.mp4"));
  await clerk.put(`/api/v1/courses/${courseId}/state`, { state: "published" });
  const training = await aClass(app, { organisationId, sessions: 0 });
  await clerk.put(`/api/v1/classes/${training.id}/courses`, { courseIds: [courseId] });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  const learner = await app.as("learner", { personId: person.id });
  return { lessonId: body.id, classId: training.id, courseId, enrolmentId, learner };
}

describe("the class page", () => {
  it("lists the lessons with the learner's own progress", async () => {
    const { classId, learner, enrolmentId, lessonId } = await aClassWithClip();
    const { leaseId } = (await learner.post<{ leaseId: string }>(`/api/v1/lessons/${lessonId}/leases`, { enrolmentId }))
      .body;
    app.setNow("2020-03-09T01:00:10Z");
    await learner.post(`/api/v1/watch-leases/${leaseId}/beats`, { beats: [{ fromMs: 0, toMs: 10_000 }] });
    app.setNow("2020-03-09T01:00:00Z");
    const page = await learner.get(`/api/v1/classes/${classId}/lessons`);
    expect(page.body).toMatchObject({
      enrolmentId,
      countedLimit: 30,
      courses: [
        { lessons: [{ kind: "video", durationMs: 48_000, progress: { creditedMs: 10_000, completed: false } }] },
      ],
    });
    const seen = await clerk.get(`/api/v1/classes/${classId}/lessons`);
    expect(seen.body).toMatchObject({ enrolmentId: null, courses: [{ lessons: [{ progress: null }] }] });
    const progress = await clerk.get(`/api/v1/classes/${classId}/learning-progress`);
    expect(progress.body).toMatchObject({ rows: [{ enrolmentId, onlineHours: 0, lessons: 1 }], nextCursor: null });
    const found = async (filter: string): Promise<number> =>
      (await clerk.get<{ rows: unknown[] }>(`/api/v1/classes/${classId}/learning-progress?${filter}`)).body.rows.length;
    expect([await found("progress=some"), await found("progress=none"), await found("progress=all")]).toEqual([
      1, 0, 0,
    ]);
    expect([await found("q=%E8%B5%B5%E9%92%B1%E5%AD%99")]).toEqual([0]);
    const sheet = await clerk.inject({ method: "GET", url: `/api/v1/classes/${classId}/learning-progress/export` });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  it("keeps a course that somebody has begun", async () => {
    const { classId, learner, enrolmentId, lessonId, courseId } = await aClassWithClip();
    await learner.post(`/api/v1/lessons/${lessonId}/leases`, { enrolmentId });
    expect((await clerk.put(`/api/v1/classes/${classId}/courses`, { courseIds: [] })).body.code).toBe("course-begun");
    expect((await clerk.put(`/api/v1/classes/${classId}/courses`, { courseIds: [courseId] })).status).toBe(200);
  });
});

describe("the film itself", () => {
  const cases: [string, Record<string, string>, number, Record<string, string | undefined>, number | undefined][] = [
    ["whole", {}, 200, { "content-range": undefined, "accept-ranges": "bytes" }, 135_653],
    ["the first kilobyte", { range: "bytes=0-1023" }, 206, { "content-range": "bytes 0-1023/135653" }, 1_024],
    ["from somewhere on", { range: "bytes=135000-" }, 206, { "content-range": "bytes 135000-135652/135653" }, 653],
    ["the last ten bytes", { range: "bytes=-10" }, 206, { "content-range": "bytes 135643-135652/135653" }, 10],
    ["beyond its end", { range: "bytes=999999-" }, 416, { "content-range": "bytes */135653" }, 0],
    ["a part of another version", { range: "bytes=0-9", "if-range": '"old"' }, 200, {}, 135_653],
    ["several parts", { range: "bytes=0-9,20-29" }, 200, {}, 135_653],
  ];
  it.each(cases)("%s", async (_name, headers, status, expected, bytes) => {
    const { learner, lessonId } = await shared();
    const response = await learner.inject({ method: "GET", url: `/api/v1/lessons/${lessonId}/content`, headers });
    expect(response.statusCode).toBe(status);
    for (const [name, value] of Object.entries(expected)) expect(response.headers[name]).toBe(value);
    expect(response.rawPayload).toHaveLength(bytes ?? 0);
  });

  it("is not sent again to whoever has it, and is the same to the byte", async () => {
    const { learner, lessonId } = await shared();
    const url = `/api/v1/lessons/${lessonId}/content`;
    const whole = await learner.inject({ method: "GET", url });
    expect(whole.rawPayload.equals(await sample("electrical-safety.mp4"))).toBe(true);
    const etag = String(whole.headers.etag);
    expect((await learner.inject({ method: "GET", url, headers: { "if-none-match": etag } })).statusCode).toBe(304);
    const part = await learner.inject({ method: "GET", url, headers: { range: "bytes=0-9", "if-range": etag } });
    expect(part.statusCode).toBe(206);
  });

  it.each([
    ["a learner of another class", async () => (await aClassWithClip()).learner, 403],
    ["another institution", async () => app.as("institution", { organisationId: await anOrganisation(app) }), 403],
    ["an officer of another county", () => app.as("reviewer", { region: "320681" }), 403],
    ["an officer of this county", () => app.as("reviewer"), 200],
    ["its institution", () => Promise.resolve(clerk), 200],
    ["anybody", () => Promise.resolve(app.anonymous), 401],
  ])("for %s", async (_name, who, status) => {
    const { lessonId } = await shared();
    const response = await (await who()).inject({ method: "GET", url: `/api/v1/lessons/${lessonId}/content` });
    expect(response.statusCode).toBe(status);
  });

  let made: ReturnType<typeof aClassWithClip> | undefined;
  const shared = () => (made ??= aClassWithClip());
});

describe("a refused file", () => {
  it("leaves nothing behind", async () => {
    await upload(await aCourse(), { kind: "video", title: "坏文件" }, Buffer.from("<html>"));
    expect(await readdir(path.join(app.services.files.directory, "incoming"))).toEqual([]);
  });
});

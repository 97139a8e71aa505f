import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  aLesson,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { readCaptions, writeCaptions } from "./captions.ts";

const MINUTE = 60_000;
const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.join("\n\n")}\n`;

describe("captions are read", () => {
  it("as WebVTT and as SubRip, whichever program wrote them", () => {
    const same = [{ fromMs: 1_000, toMs: 4_500, text: "先断电，\n再验电" }];
    const files = [
      vtt("00:01.000 --> 00:04.500\n先断电，\n再验电"),
      vtt("NOTE 张老师写", "头一句\n00:00:01.000 --> 00:00:04.500 align:start\n<v 老师>先断电，</v>\n<i>再验电</i>"),
      "1\r\n00:00:01,000 --> 00:00:04,500\r\n先断电，\r\n再验电\r\n\r\n",
      "\uFEFFWEBVTT\n\n0:01 --> 0:04.5\n先断电，\n再验电",
    ];
    for (const file of files) expect(readCaptions(file, MINUTE)).toEqual({ ok: true, cues: same });
  });

  it("and written so that they read the same, with nothing but words", () => {
    const cues = [{ fromMs: 3_599_000, toMs: 3_601_000, text: "5 < 6 & 7 > 6" }];
    const file = writeCaptions(cues);
    expect(file).toContain("59:59.000 --> 01:00:01.000\n5 &lt; 6 &amp; 7 &gt; 6\n");
    expect(readCaptions(file, 2 * 3_600_000)).toEqual({ ok: true, cues });
  });

  const bad: [string, string, number, RegExp][] = [
    ["an end before its beginning", vtt("00:04.000 --> 00:01.000\n话"), 3, /晚于/],
    ["lines out of order", vtt("00:10.000 --> 00:12.000\n后", "00:01.000 --> 00:02.000\n先"), 6, /先后/],
    ["lines that overlap", vtt("00:01.000 --> 00:05.000\n先", "00:04.900 --> 00:06.000\n后"), 6, /重叠.*00:05\.000/],
    ["a line beyond the video", vtt("00:59.000 --> 01:09.000\n话"), 3, /长度/],
    ["a line without words", vtt("00:01.000 --> 00:02.000\n<i></i>"), 3, /没有文字/],
    ["a script", vtt("00:01.000 --> 00:02.000\n<script>alert(1)</script>"), 4, /尖括号/],
    ["a picture's handler", vtt('00:01.000 --> 00:02.000\n<img src=x onerror="a">'), 4, /尖括号/],
    ["a style sheet", vtt("STYLE\n::cue { background: url(//x) }"), 3, /样式/],
    ["a time of no clock", vtt("00:75.000 --> 00:80.000\n话"), 3, /分:秒/],
    ["words without a time", "就是一段话", 1, /没有时间/],
    [
      "two lines without an empty one between",
      vtt("00:01.000 --> 00:02.000\n一\n00:02.000 --> 00:03.000\n二"),
      5,
      /空一行/,
    ],
    ["a speech in one line", vtt(`00:01.000 --> 00:02.000\n${"长".repeat(201)}`), 3, /200/],
  ];
  it.each(bad)("refuses %s, with its line", (_name, text, line, detail) => {
    const read = readCaptions(text, MINUTE);
    expect(read.ok ? read : read.fault).toEqual({ line, detail: expect.stringMatching(detail) as string });
  });
});

describe("captions of a lesson", () => {
  let app: TestApp;
  let clerk: TestClient;
  let learner: TestClient;
  let lessonId: string;
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-03-09T01:00:00Z" });
    const organisationId = await anOrganisation(app);
    clerk = await app.as("institution", { organisationId });
    const training = await aClass(app, { organisationId, state: "running" });
    const person = await aPerson(app);
    await anEnrolment(app, training.id, person.id);
    learner = await app.as("learner", { personId: person.id });
    lessonId = (await aLesson(app, { organisationId, classId: training.id, durationMs: MINUTE })).id;
  });
  afterAll(() => app.close());

  const put = (text: string) => clerk.put<{ code?: string }>(`/api/v1/lessons/${lessonId}/captions`, { text });
  const shown = async (query = ""): Promise<string> =>
    (await learner.inject({ method: "GET", url: `/api/v1/lessons/${lessonId}/captions${query}` })).payload;

  it("are versions, of which learners see the last, and can be taken away", async () => {
    expect((await put("")).body.code).toBe("captions-empty");
    expect((await put(vtt("00:01.000 --> 00:02.000\n一"))).status).toBe(200);
    expect((await put(vtt("00:01.000 --> 00:02.000\n二"))).status).toBe(200);
    expect(await shown()).toContain("二");
    expect(await shown("?version=1")).toContain("一");
    expect((await put("")).status).toBe(200);
    expect((await learner.get(`/api/v1/lessons/${lessonId}/captions`)).status).toBe(404);
    const kept = await app.services.database
      .selectFrom("lesson_caption")
      .select(["version", "cues"])
      .where("lesson_id", "=", lessonId)
      .orderBy("version")
      .execute();
    expect(kept).toEqual([
      { version: 1, cues: 1 },
      { version: 2, cues: 1 },
      { version: 3, cues: 0 },
    ]);
  });

  it("written twice at once are two versions", async () => {
    const both = await Promise.all([1, 2].map((n) => put(vtt(`00:0${n}.000 --> 00:0${n}.500\n同时`))));
    expect(both.map((each) => each.status)).toEqual([200, 200]);
  });

  it("say which line is wrong, and change nothing then", async () => {
    const before = await shown();
    const answer = await put(vtt("00:04.000 --> 00:01.000\n话"));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: "captions-malformed",
      detail: expect.stringContaining("第 3 行") as string,
    });
    expect(await shown()).toBe(before);
  });

  it("are written by the lesson's own school alone", async () => {
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    const answer = await stranger.put(`/api/v1/lessons/${lessonId}/captions`, {
      text: vtt("00:01.000 --> 00:02.000\n一"),
    });
    expect(answer.status).toBe(403);
  });
});

describe("the sample clips", () => {
  it.each(["electrical-safety", "household-service-manners", "professional-ethics"])(
    "%s has captions as they are written",
    async (name) => {
      const file = path.resolve(import.meta.dirname, `../../../assets/lessons/${name}.vtt`);
      const text = await readFile(file, "utf8");
      const read = readCaptions(text, 48_000);
      expect(read.ok && writeCaptions(read.cues)).toBe(text);
    },
  );
});

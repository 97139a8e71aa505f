import { civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, sql } from "../../kernel/database.ts";
import {
  aCertificate,
  aClaim,
  aClass,
  anAdmission,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { scanForAnomalies } from "../scan.ts";
import { RULES } from "./index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
});
afterAll(() => app.close());

interface School {
  organisationId: string;
  classId: string;
  sessionIds: string[];
  learners: { id: string; enrolmentId: string }[];
}

/** An admitted institution with a class of ten honest learners, everybody attending. */
async function aSchool(size = 10, given: { admitted?: boolean } = {}): Promise<School> {
  const organisationId = await anOrganisation(app);
  if (given.admitted !== false) await anAdmission(app, organisationId);
  const held = await aClass(app, { organisationId, startsOn: "2020-03-02", sessions: 15 });
  const learners = [];
  for (let n = 0; n < size; n += 1) {
    const { id } = await aPerson(app);
    learners.push({ id, enrolmentId: await anEnrolment(app, held.id, id) });
  }
  return { organisationId, classId: held.id, sessionIds: held.sessionIds, learners };
}

/** Sign-ins by code, one a learner, so many seconds apart. */
async function signIns(
  school: School,
  given: { everySeconds: number; device?: string; latitude?: number; session?: number },
): Promise<void> {
  for (const [n, learner] of school.learners.entries())
    await app.services.database
      .insertInto("attendance_mark")
      .values({
        session_id: school.sessionIds[given.session ?? 0] as string,
        enrolment_id: learner.enrolmentId,
        person_id: learner.id,
        mark: "present",
        method: "code",
        minutes: 180,
        device: given.device ?? `device-${learner.id}`,
        latitude: given.latitude ?? 32.39,
        longitude: 120.56,
        reason: null,
        account_id: null,
        at: new Date(Date.parse("2020-03-02T08:20:00+08:00") + n * given.everySeconds * 1_000),
      })
      .execute();
}

/** A lesson played by each learner: one beat in ten seconds, and how far each beat is off the tenth second. */
async function plays(
  school: School,
  offBy: (learner: number, beat: number) => number,
  at = "2020-03-20T19:00:00+08:00",
) {
  const { database } = app.services;
  const course = await database
    .insertInto("course")
    .values({ organisation_id: school.organisationId, title: "安全用电", occupation: null, created_by: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const lesson = await database
    .insertInto("lesson")
    .values({
      course_id: course.id,
      ordinal: 1,
      kind: "video",
      title: "触电急救",
      file_id: null,
      duration_ms: 600_000,
      quiz: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const [n, learner] of school.learners.entries()) {
    const opened = Date.parse(at) + n * 3_000;
    const lease = await database
      .insertInto("watch_lease")
      .values({
        person_id: learner.id,
        enrolment_id: learner.enrolmentId,
        lesson_id: lesson.id,
        device: null,
        opened_at: new Date(opened),
        ended_at: new Date(opened + 600_000),
        ended_because: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await database
      .insertInto("watch_event")
      .values(
        Array.from({ length: 12 }, (_, beat) => ({
          lease_id: lease.id,
          enrolment_id: learner.enrolmentId,
          lesson_id: lesson.id,
          kind: "beat" as const,
          from_ms: beat * 10_000,
          to_ms: (beat + 1) * 10_000,
          playback_rate: 1,
          check_id: null,
          at: new Date(opened + (beat + 1) * 10_000 + offBy(n, beat) * 1_000),
        })),
      )
      .execute();
  }
  return lesson.id;
}

const fact = (personId: string, kind: "employment" | "pension" | "insurance", value: object) =>
  app.services.database
    .insertInto("person_fact")
    .values({
      person_id: personId,
      kind,
      value: json(value),
      source: "社保中心",
      replaces: null,
      reason: null,
      recorded_by: null,
    })
    .execute();

const first = (school: School, count: number) => school.learners.slice(0, count);

/** Each rule with a planted case, an honest one that looks like it, and what its finding says. */
const CASES: [rule: string, planted: () => Promise<School>, honest: () => Promise<School>, said: RegExp][] = [
  [
    "shared-phone",
    () => withLearners(["13912345678", "13912345678", "13912345679"]),
    () => withLearners(["13912340001", "13912340002"]),
    /2 名学员共用 1 个手机号/,
  ],
  [
    "class-shares-account",
    async () => accounts(await aSchool(3), () => "6228480010000099999"),
    async () => accounts(await aSchool(3), (n) => `622848001000088888${n}`),
    /3 名学员共用 1 个银行账户/,
  ],
  [
    "shared-device",
    async () => signed(await aSchool(4), { everySeconds: 20, device: "one-phone" }),
    async () => signed(await aSchool(4), { everySeconds: 20 }),
    /最多 4 人/,
  ],
  [
    "shared-employer",
    async () => employed(await aSchool(4), 3, "91320682MA10000390"),
    async () => employed(await aSchool(4), 2, "91320682MA10000390"),
    /3 名学员在 1 家单位就业/,
  ],
  [
    "ineligible-learners",
    async () => {
      const school = await aSchool(4);
      const [pensioner, insured] = first(school, 2) as [School["learners"][0], School["learners"][0]];
      await fact(pensioner.id, "pension", { from: "2019-01-01", to: null, monthlyPension: true });
      await fact(insured.id, "insurance", { asOf: "2020-03-05", pensionPaidNow: true });
      return school;
    },
    async () => {
      const school = await aSchool(2);
      const [left] = first(school, 1) as [School["learners"][0]];
      await fact(left.id, "employment", { from: "2018-01-01", to: "2019-12-31", employed: true });
      return school;
    },
    /2 名学员开班时不属于补贴对象/,
  ],
  [
    "two-places",
    async () => {
      const school = await aSchool(2);
      const away = await aSchool(1);
      const { teacher_person_id: teacher } = await app.services.database
        .selectFrom("class_session")
        .select("teacher_person_id")
        .where("id", "=", school.sessionIds[0] as string)
        .executeTakeFirstOrThrow();
      await attended(app, away.sessionIds.slice(0, 1), await anEnrolment(app, away.classId, teacher), teacher);
      return school;
    },
    () => attending(2),
    /1 节课的授课老师同时在别的班出勤/,
  ],
  [
    "watching-in-class",
    async () => played(await attending(2), (n, beat) => (n * beat) % 3, "2020-03-02T09:00:00+08:00"),
    async () => played(await attending(2), (n, beat) => (n * beat) % 3, "2020-03-02T19:00:00+08:00"),
    /2 名学员在 2 节课上同时播放网课/,
  ],
  [
    "hasty-sign-in",
    async () => signed(await aSchool(10), { everySeconds: 0.5 }),
    async () => signed(await aSchool(10), { everySeconds: 15 }),
    /1 节课在 10 秒内签到完毕/,
  ],
  [
    "signed-elsewhere",
    async () => signed(await aSchool(2), { everySeconds: 30, latitude: 32.42 }),
    async () => signed(await aSchool(2), { everySeconds: 30, latitude: 32.391 }),
    /2 次签到离教室 500 米以上，最远 3.3 公里/,
  ],
  [
    "identical-watching",
    async () => played(await aSchool(3), () => 0),
    async () => played(await aSchool(3), (n, beat) => (n + 1) * ((beat % 3) + 1)),
    /3 名学员在 1 节网课上的播放节奏完全相同/,
  ],
  ["missed-checks", () => answering("check-missed"), () => answering("check-passed"), /1 名学员从不回答网课抽查/],
  ["certificate-burst", () => certified(61), () => certified(3), /发证 61 本，场地一天能容纳 60 人/],
  [
    "everybody-passed",
    async () => scored(await aSchool(30), (n) => 85 + (n % 5)),
    async () => scored(await aSchool(30), (n) => 62 + n),
    /30 人考核全部合格，成绩在 85.0–89.0 分之间/,
  ],
  ["changed-scores", () => corrected(52, 66), () => corrected(66, 68), /1 名学员的成绩由不合格改为合格/],
  ["certificate-without-hours", () => graduated(10), () => graduated(15), /1 名学员课时不足即发证/],
  [
    "late-roll-call",
    () => attending(2),
    async () => {
      const school = await aSchool(2);
      for (let session = 0; session < 15; session += 1) await signIns(school, { everySeconds: 30, session });
      return school;
    },
    /30 条考勤中的 30 条在下课一天后补录/,
  ],
  ["outside-admission", () => aSchool(1, { admitted: false }), () => aSchool(1), /开班时没有 电工 5 级 的培训准入/],
  ["name-used", () => objected("own"), () => objected("public"), /1 名学员对以自己名义的申领提出异议/],
];

describe("a planted fraud is found, and what only looks like it is not:", () => {
  it.each(CASES)("%s", async (id, planted, honest, said) => {
    const rule = RULES.filter((each) => each.id === id);
    const [fraud, fair] = [await planted(), await honest()];
    await scanForAnomalies(app.services, civilDate("2020-01-01"), rule);
    const found = await app.services.database
      .selectFrom("anomaly")
      .select(["class_id", "organisation_id", "summary", "severity"])
      .where("rule", "=", id)
      .where("organisation_id", "in", [fraud.organisationId, fair.organisationId])
      .execute();
    expect(found).toEqual([expect.objectContaining({ organisation_id: fraud.organisationId })]);
    expect(found[0]?.summary).toMatch(said);
    if (id !== "certificate-burst") expect(found[0]?.class_id).toBe(fraud.classId);
  });

  it("account-of-many", async () => {
    const [one, two] = [await aPerson(app), await aPerson(app)];
    const school = await anOrganisation(app);
    for (const person of [one, two]) await aPayeeAccount(app, { personId: person.id, number: "6228480011111111111" });
    await aPayeeAccount(app, { organisationId: school, number: "6228480011111111111" });
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "account-of-many"),
    );
    const found = await app.services.database
      .selectFrom("anomaly")
      .selectAll()
      .where("organisation_id", "=", school)
      .execute();
    expect(found).toMatchObject([{ summary: "2 人与机构使用同一收款账户", region: "320682" }]);
  });

  it("both-for-one-hire", async () => {
    const person = await aPerson(app);
    const plant = await anOrganisation(app, { kind: "enterprise" });
    const given = { personId: person.id, organisationId: plant, state: "submitted" as const };
    await aClaim(app, { ...given, benefit: "work-for-training" });
    await aClaim(app, { ...given, benefit: "pre-job" });
    await aClaim(app, { state: "submitted", organisationId: plant, benefit: "work-for-training" });
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "both-for-one-hire"),
    );
    const found = await app.services.database
      .selectFrom("anomaly")
      .selectAll()
      .where("organisation_id", "=", plant)
      .execute();
    expect(found).toHaveLength(1);
  });

  it("every rule has such a case, a clause and an explanation", () => {
    const tested = [...CASES.map(([id]) => id), "account-of-many", "both-for-one-hire"];
    expect(RULES.map((rule) => rule.id).toSorted()).toEqual(tested.toSorted());
    for (const rule of RULES) expect(rule.clause.length > 0 && rule.explanation.length > 20).toBe(true);
  });
});

async function withLearners(phones: string[]): Promise<School> {
  const school = await aSchool(0);
  for (const phone of phones) await anEnrolment(app, school.classId, (await aPerson(app, { phone })).id);
  return school;
}

async function accounts(school: School, number: (learner: number) => string): Promise<School> {
  for (const [n, { id }] of school.learners.entries()) await aPayeeAccount(app, { personId: id, number: number(n) });
  return school;
}

async function signed(school: School, given: Parameters<typeof signIns>[1]): Promise<School> {
  await signIns(school, given);
  return school;
}

async function employed(school: School, count: number, employer: string): Promise<School> {
  for (const { id } of first(school, count))
    await fact(id, "employment", { from: "2019-06-01", to: null, employed: true, employer });
  return school;
}

async function attending(size: number): Promise<School> {
  const school = await aSchool(size);
  for (const { id, enrolmentId } of school.learners) await attended(app, school.sessionIds, enrolmentId, id);
  return school;
}

async function played(
  school: School,
  ...given: Parameters<typeof plays> extends [School, ...infer R] ? R : never
): Promise<School> {
  await plays(school, ...given);
  return school;
}

async function answering(kind: "check-missed" | "check-passed"): Promise<School> {
  const school = await aSchool(1);
  const lessonId = await plays(school, () => 1);
  await sql`
    insert into watch_event (lease_id, enrolment_id, lesson_id, kind)
    select l.id, l.enrolment_id, l.lesson_id, ${kind} from watch_lease l, generate_series(1, 6) where l.lesson_id = ${lessonId}`.execute(
    app.services.database,
  );
  return school;
}

async function certified(count: number): Promise<School> {
  const school = await aSchool(1);
  const { id } = school.learners[0] as School["learners"][0];
  for (let n = 0; n < count; n += 1) {
    const certificate = await aCertificate(app, { personId: id });
    // Certificates are append-only: the issuer is named when it is written.
    await sql`
      insert into certificate (serial, kind, person_id, holder_name, occupation, occupation_name, level, issuer_id, issuer_name, issued_on)
      select serial || 'B', kind, person_id, holder_name, occupation, occupation_name, level, ${school.organisationId}, issuer_name, issued_on
      from certificate where id = ${certificate}`.execute(app.services.database);
  }
  return school;
}

async function scored(school: School, score: (learner: number) => number): Promise<School> {
  let examId: string | undefined;
  for (const [n, { enrolmentId }] of school.learners.entries())
    ({ examId } = await anExamResult(app, {
      classId: school.classId,
      enrolmentId,
      score: score(n),
      ...(examId ? { examId } : {}),
    }));
  return school;
}

async function corrected(from: number, to: number): Promise<School> {
  const school = await aSchool(1);
  const { enrolmentId } = school.learners[0] as School["learners"][0];
  const before = await anExamResult(app, { classId: school.classId, enrolmentId, score: from });
  await anExamResult(app, {
    classId: school.classId,
    enrolmentId,
    score: to,
    examId: before.examId,
    replaces: before.id,
  });
  return school;
}

async function graduated(sessions: number): Promise<School> {
  const school = await aSchool(1);
  const { id, enrolmentId } = school.learners[0] as School["learners"][0];
  await attended(app, school.sessionIds.slice(0, sessions), enrolmentId, id);
  await aCertificate(app, { personId: id, classId: school.classId, enrolmentId });
  return school;
}

async function objected(kind: "own" | "public"): Promise<School> {
  const school = await aSchool(1);
  const { id, enrolmentId } = school.learners[0] as School["learners"][0];
  const claim = await aClaim(app, { personId: id, classId: school.classId, enrolmentId, state: "publicised" });
  await sql`
    insert into objection (claim_id, kind, text, due_on) values (${claim.id}, ${kind}, '我没有参加过这个培训班', '2020-06-10')`.execute(
    app.services.database,
  );
  return school;
}

import { civilDate } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import { json, sql } from "../kernel/database.ts";
import { aClass, anEnrolment, attended } from "./class-builders.ts";
import { anAdmission, anOrganisation, aPerson } from "./people-builders.ts";
import { aCertificate, anExamResult } from "./record-builders.ts";
import { aClaim } from "./claim-builders.ts";
import { aPayeeAccount } from "./payment-builders.ts";
import type { TestApp } from "./app.ts";

export interface School {
  organisationId: string;
  classId: string;
  sessionIds: string[];
  learners: { id: string; enrolmentId: string }[];
}

/** Number of its learners. */
export const first = (school: School, count: number) => school.learners.slice(0, count);

/** Honest and dishonest schools, for the tests of the anomaly rules. */
export function planter(app: TestApp) {
  /** An admitted institution with a class of ten honest learners and full attendance. */
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

  /** Sign-ins by code, one per learner, at a fixed interval in seconds. */
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

  /** Its first learner is in the class in the place of the first of these people, and in classes of other schools in those of the rest. */
  async function inPlace(school: School, principals: readonly string[]): Promise<School> {
    const { database } = app.services;
    const [learner] = school.learners;
    const { accountId } = await app.as("reviewer");
    const { rows } = await sql<{ id: string }>`
      insert into stored_file (id, sha256, media_type, bytes, name, purpose)
      values (gen_random_uuid(), sha256('x'), 'application/pdf', 1, '户口簿.pdf', 'group-evidence') returning id`.execute(
      database,
    );
    for (const [at, principal_id] of principals.entries()) {
      const { id } = await database
        .insertInto("substitution")
        .values({
          person_id: learner?.id ?? "",
          principal_id,
          relation: "child",
          proof: "household-register",
          evidence_file_id: rows[0]?.id ?? "",
          valid_from: civilDate("2020-01-01"),
          valid_to: civilDate("2020-12-31"),
          declared_by: randomUUID(),
          decided_by: null,
          consented_at: app.services.clock.now(),
          consent_by: accountId,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await database.updateTable("substitution").set({ state: "confirmed" }).where("id", "=", id).execute();
      const enrolmentId =
        at === 0 ? (learner?.enrolmentId ?? "") : await anEnrolment(app, (await aSchool(0)).classId, learner?.id ?? "");
      await database.updateTable("enrolment").set({ substitution_id: id }).where("id", "=", enrolmentId).execute();
    }
    return school;
  }

  /** A lesson played by each learner: a beat every ten seconds, with the given deviation. */
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

  /** Number of refused attempts of the first learner to be in two places. */
  async function refused(school: School, kind: "sign-in" | "watch", times: number): Promise<School> {
    const [learner] = first(school, 1);
    for (let n = 0; n < times; n += 1)
      await app.services.database
        .insertInto("refused_presence")
        .values({
          person_id: learner?.id ?? "",
          enrolment_id: learner?.enrolmentId ?? "",
          kind,
          session_id: kind === "sign-in" ? (school.sessionIds[0] ?? null) : null,
          lease_id: kind === "watch" ? randomUUID() : null,
          elsewhere_session_id: null,
          elsewhere_lease_id: null,
          device: null,
        })
        .execute();
    return school;
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
      // Certificates are append-only, so the issuer is set at insertion.
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

  return {
    refused,
    aSchool,
    signIns,
    inPlace,
    plays,
    fact,
    withLearners,
    accounts,
    signed,
    employed,
    attending,
    played,
    answering,
    certified,
    scored,
    corrected,
    graduated,
    objected,
  };
}

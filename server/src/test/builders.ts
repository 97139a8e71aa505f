import { addDays, civilDate, makeCitizenId, makeUscc, maskCitizenId, maskMobile } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { TestApp } from "./app.ts";
import { COUNTY } from "./app.ts";

/**
 * Shared builders: each puts one believable, complete thing into the database and returns its id. What a test does not care
 * about has a default; what it cares about it names. They write tables directly so that a test pays only for what it tests.
 */
let serial = 0;
const next = (): number => (serial += 1);

const TOWN = "320682001";
const must = async <T>(query: { executeTakeFirstOrThrow(): Promise<T> }): Promise<T> => query.executeTakeFirstOrThrow();

/** A person with a valid ID number and phone, sealed as the platform seals them. */
export async function aPerson(
  app: TestApp,
  given: { name?: string; citizenId?: string; phone?: string; town?: string; birthDate?: string } = {},
): Promise<{ id: string; citizenId: string; phone: string }> {
  const n = next();
  const birthDate = given.birthDate ?? "1975-03-02";
  const citizenId = given.citizenId ?? makeCitizenId(COUNTY, civilDate(birthDate), (n % 999) + 1);
  const phone = given.phone ?? `139${String(10_000_000 + n).slice(0, 8)}`;
  const id = randomUUID();
  const { sealer } = app.services;
  await app.services.database
    .insertInto("person")
    .values({
      id,
      name: given.name ?? `张示例${n}`,
      citizen_id_sealed: sealer.seal(citizenId, { table: "person", column: "citizen_id", row: id }),
      citizen_id_hash: sealer.lookupHash(citizenId, "citizen-id"),
      citizen_id_masked: maskCitizenId(citizenId),
      phone_sealed: sealer.seal(phone, { table: "person", column: "phone", row: id }),
      phone_hash: sealer.lookupHash(phone, "phone"),
      phone_masked: maskMobile(phone),
      birth_date: birthDate,
      sex: Number(citizenId[16]) % 2 === 1 ? "M" : "F",
      town: given.town ?? TOWN,
      education: null,
      created_by: null,
    })
    .execute();
  return { id, citizenId, phone };
}

export async function anOrganisation(
  app: TestApp,
  given: {
    name?: string;
    kind?:
      | "training-institution"
      | "vocational-school"
      | "enterprise"
      | "evaluation-body"
      | "co-operative"
      | "department";
    region?: string;
  } = {},
): Promise<string> {
  const n = next();
  const row = await must(
    app.services.database
      .insertInto("organisation")
      .values({
        uscc: makeUscc("91", given.region ?? COUNTY, `MA${String(n).padStart(7, "0")}`),
        name: given.name ?? `示例培训学校${n}`,
        kind: given.kind ?? "training-institution",
        region: given.region ?? COUNTY,
        town: TOWN,
        address: "示例路 1 号",
        contact_name: null,
        contact_phone_sealed: null,
        contact_phone_masked: null,
      })
      .returning("id"),
  );
  return row.id;
}

export async function aTeacher(app: TestApp, organisationId: string): Promise<{ id: string; personId: string }> {
  const person = await aPerson(app);
  const row = await must(
    app.services.database
      .insertInto("teacher")
      .values({ organisation_id: organisationId, person_id: person.id, employment: "full-time", qualification: null })
      .returning("id"),
  );
  return { id: row.id, personId: person.id };
}

export async function aRoom(app: TestApp, organisationId: string, capacity = 50): Promise<string> {
  const row = await must(
    app.services.database
      .insertInto("room")
      .values({
        organisation_id: organisationId,
        name: `实训室 ${next()}`,
        address: "示例路 1 号",
        capacity,
        latitude: 32.39,
        longitude: 120.56,
      })
      .returning("id"),
  );
  return row.id;
}

export async function anAdmission(
  app: TestApp,
  organisationId: string,
  given: { occupation?: string; level?: number; activity?: "training" | "evaluation" } = {},
): Promise<string> {
  const { database } = app.services;
  const row = await must(
    database
      .insertInto("admission")
      .values({
        organisation_id: organisationId,
        activity: given.activity ?? "training",
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
        level: given.level ?? 5,
        state: "draft",
        annual_capacity: null,
        valid_from: "2020-01-01",
        valid_to: "2030-12-31",
        submitted_by: null,
        submitted_at: null,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      })
      .returning("id"),
  );
  for (const state of ["submitted", "admitted"])
    await database.updateTable("admission").set({ state }).where("id", "=", row.id).execute();
  return row.id;
}

/** The published list of subsidised occupations with one standard (电工 五级: 1,000 + 200 yuan, 60 hours). */
export async function aStandard(
  app: TestApp,
  given: {
    occupation?: string;
    level?: number;
    trainingFen?: number;
    assessmentFen?: number;
    requiredHours?: number;
    shortage?: boolean;
  } = {},
): Promise<void> {
  const { database } = app.services;
  const version = async (list: "occupations" | "shortage"): Promise<string> => {
    const found = await database
      .selectFrom("catalogue_version")
      .select("id")
      .where("list", "=", list)
      .where("region", "=", COUNTY)
      .executeTakeFirst();
    if (found) return found.id;
    const made = await must(
      database
        .insertInto("catalogue_version")
        .values({
          list,
          version: 1,
          region: COUNTY,
          effective_from: "2019-01-01",
          effective_to: null,
          digest: "test",
          published_by: null,
        })
        .returning("id"),
    );
    return made.id;
  };
  await database
    .insertInto("training_standard")
    .values({
      version_id: await version("occupations"),
      edition: 2022,
      occupation: given.occupation ?? "6-31-01-03",
      occupation_name: "电工",
      level: given.level ?? 5,
      training_fen: given.trainingFen ?? 100_000,
      assessment_fen: given.assessmentFen ?? 20_000,
      required_hours: given.requiredHours ?? 60,
    })
    .execute();
  if (given.shortage) {
    await database
      .insertInto("shortage_occupation")
      .values({
        version_id: await version("shortage"),
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
      })
      .execute();
  }
}

const CLASS_PATH = ["draft", "submitted", "approved", "running", "completed"] as const;

/** A class with as many sessions of four hours as its required hours take, walked to the given state. */
export async function aClass(
  app: TestApp,
  given: {
    organisationId: string;
    state?: (typeof CLASS_PATH)[number];
    capacity?: number;
    benefit?: string;
    occupation?: string;
    level?: number;
    startsOn?: string;
    requiredHours?: number;
    sessions?: number;
  },
): Promise<{ id: string; sessionIds: string[] }> {
  const { database } = app.services;
  const n = next();
  const startsOn = civilDate(given.startsOn ?? "2020-03-02");
  const requiredHours = given.requiredHours ?? 60;
  const sessions = given.sessions ?? Math.ceil(requiredHours / 4);
  const teacher = await aTeacher(app, given.organisationId);
  const room = await aRoom(app, given.organisationId);
  const submitter = randomUUID();
  const row = await must(
    database
      .insertInto("training_class")
      .values({
        number: `KB-TEST-${n}`,
        organisation_id: given.organisationId,
        enterprise_id: null,
        project_id: null,
        policy_id: "rugao-2019",
        benefit: given.benefit ?? "unemployed-training",
        name: `电工初级班 ${n}`,
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
        level: given.level ?? 5,
        content_kind: "occupation",
        course: null,
        region: COUNTY,
        town: TOWN,
        starts_on: startsOn,
        ends_on: addDays(startsOn, Math.max(sessions, 1)),
        capacity: given.capacity ?? 30,
        required_hours: requiredHours,
        state: "draft",
        created_by: submitter,
        submitted_by: submitter,
        submitted_at: null,
        decided_by: null,
        decided_at: null,
      })
      .returning("id"),
  );
  const sessionIds: string[] = [];
  for (let day = 0; day < sessions; day += 1) {
    const date = addDays(startsOn, day);
    const session = await must(
      database
        .insertInto("class_session")
        .values({
          class_id: row.id,
          starts_at: new Date(`${date}T08:30:00+08:00`),
          ends_at: new Date(`${date}T11:30:00+08:00`),
          hours: 4,
          topic: day === 0 ? "职业道德、法律与安全" : `实操 ${day}`,
          quality_module: day === 0,
          practice: day > 0,
          teacher_id: teacher.id,
          teacher_person_id: teacher.personId,
          room_id: room,
        })
        .returning("id"),
    );
    sessionIds.push(session.id);
  }
  for (const state of CLASS_PATH.slice(1, CLASS_PATH.indexOf(given.state ?? "running") + 1)) {
    await database.updateTable("training_class").set({ state }).where("id", "=", row.id).execute();
  }
  return { id: row.id, sessionIds };
}

/** An enrolled learner, in the next free seat of the class unless told. */
export async function anEnrolment(app: TestApp, classId: string, personId: string, given?: number): Promise<string> {
  const { taken } = await must(
    app.services.database
      .selectFrom("enrolment")
      .select((e) => e.fn.max("seat").as("taken"))
      .where("class_id", "=", classId),
  );
  const seat = given ?? (taken ?? 0) + 1;
  const row = await must(
    app.services.database
      .insertInto("enrolment")
      .values({
        class_id: classId,
        person_id: personId,
        seat,
        state: "enrolled",
        group_code: "registered-unemployed",
        town: TOWN,
        enrolled_by: null,
        completed_on: null,
      })
      .returning("id"),
  );
  return row.id;
}

/** Marks the learner present (or otherwise) in these sessions by roll-call. */
export async function attended(
  app: TestApp,
  sessionIds: string[],
  enrolmentId: string,
  personId: string,
  mark: "present" | "absent" | "late" = "present",
): Promise<void> {
  for (const session_id of sessionIds) {
    await app.services.database
      .insertInto("attendance_mark")
      .values({
        session_id,
        enrolment_id: enrolmentId,
        person_id: personId,
        mark,
        method: "roll-call",
        minutes: mark === "absent" ? 0 : 180,
        device: null,
        latitude: null,
        longitude: null,
        reason: null,
        account_id: null,
      })
      .execute();
  }
}

export async function aCertificate(
  app: TestApp,
  given: {
    personId: string;
    classId?: string;
    enrolmentId?: string;
    kind?: "completion" | "skill-level";
    occupation?: string;
    level?: number;
    issuedOn?: string;
  },
): Promise<string> {
  const row = await must(
    app.services.database
      .insertInto("certificate")
      .values({
        serial: `TEST${String(next()).padStart(8, "0")}`,
        kind: given.kind ?? "completion",
        person_id: given.personId,
        holder_name: "张示例",
        class_id: given.classId ?? null,
        enrolment_id: given.enrolmentId ?? null,
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
        level: given.level ?? 5,
        issuer_id: null,
        issuer_name: "示例培训学校",
        issued_on: given.issuedOn ?? "2020-04-01",
        valid_to: null,
        hours: null,
        created_by: null,
      })
      .returning("id"),
  );
  return row.id;
}

/** So many class hours (45 minutes) of credited watching in a lesson of its own, straight into the books. */
export async function watched(
  app: TestApp,
  given: { enrolmentId: string; personId: string; organisationId: string; hours: number },
): Promise<void> {
  const { database } = app.services;
  const creditedMs = Math.round(given.hours * 2_700_000);
  const course = await must(
    database
      .insertInto("course")
      .values({ organisation_id: given.organisationId, title: `网课 ${next()}`, occupation: null, created_by: null })
      .returning("id"),
  );
  const lesson = await must(
    database
      .insertInto("lesson")
      .values({
        course_id: course.id,
        ordinal: 1,
        kind: "video",
        title: "安全用电",
        file_id: null,
        duration_ms: creditedMs,
        quiz: null,
      })
      .returning("id"),
  );
  await database
    .insertInto("watch_credit")
    .values({
      enrolment_id: given.enrolmentId,
      lesson_id: lesson.id,
      person_id: given.personId,
      state: JSON.stringify({
        furthestMs: creditedMs,
        safeMs: creditedMs,
        bankMs: 0,
        lastAt: null,
        checkPending: false,
      }),
      credited_ms: creditedMs,
      furthest_ms: creditedMs,
      completed_at: null,
    })
    .execute();
}

/** A score in a completion exam of the class (60 passes); names the result it corrects where there is one. */
export async function anExamResult(
  app: TestApp,
  given: { classId: string; enrolmentId: string; score?: number; examId?: string; replaces?: string },
): Promise<{ id: string; examId: string }> {
  const { database } = app.services;
  const examId =
    given.examId ??
    (
      await must(
        database
          .insertInto("exam")
          .values({
            class_id: given.classId,
            kind: "completion",
            evaluator_id: null,
            held_on: "2020-03-24",
            created_by: null,
          })
          .returning("id"),
      )
    ).id;
  const score = given.score ?? 82;
  const row = await must(
    database
      .insertInto("exam_result")
      .values({
        exam_id: examId,
        enrolment_id: given.enrolmentId,
        score,
        passed: score >= 60,
        replaces: given.replaces ?? null,
        reason: given.replaces ? "复核更正" : null,
        recorded_by: null,
      })
      .returning("id"),
  );
  return { id: row.id, examId };
}

/** A published course of one lesson (a ten-minute video unless told), attached to the class. */
export async function aLesson(
  app: TestApp,
  given: {
    organisationId: string;
    classId?: string;
    kind?: "video" | "document" | "quiz";
    durationMs?: number;
    quiz?: unknown;
  },
): Promise<{ id: string; courseId: string }> {
  const { database } = app.services;
  const course = await must(
    database
      .insertInto("course")
      .values({
        organisation_id: given.organisationId,
        title: `网课 ${next()}`,
        occupation: null,
        state: "published",
        created_by: null,
      })
      .returning("id"),
  );
  const kind = given.kind ?? "video";
  const lesson = await must(
    database
      .insertInto("lesson")
      .values({
        course_id: course.id,
        ordinal: 1,
        kind,
        title: "安全用电",
        file_id: null,
        duration_ms: kind === "quiz" ? null : (given.durationMs ?? 600_000),
        quiz: given.quiz === undefined ? null : JSON.stringify(given.quiz),
      })
      .returning("id"),
  );
  if (given.classId)
    await database.insertInto("class_course").values({ class_id: given.classId, course_id: course.id }).execute();
  return { id: lesson.id, courseId: course.id };
}

import { addDays, civilDate } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { TestApp } from "./app.ts";
import { must, next, region, town } from "./builder-kit.ts";
import { aTeacher, aRoom } from "./people-builders.ts";

const CLASS_PATH = ["draft", "submitted", "approved", "running", "completed"] as const;

/** A class with as many four-hour sessions as its required hours need, moved to the given state. */
export async function aClass(
  app: TestApp,
  given: {
    organisationId: string;
    state?: (typeof CLASS_PATH)[number];
    capacity?: number;
    policyId?: string;
    benefit?: string;
    occupation?: string;
    level?: number;
    startsOn?: string;
    requiredHours?: number;
    sessions?: number;
    projectId?: string;
    town?: string;
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
        project_id: given.projectId ?? null,
        policy_id: given.policyId ?? "rugao-2019",
        benefit: given.benefit ?? "unemployed-training",
        name: `电工初级班 ${n}`,
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
        level: given.level ?? 5,
        content_kind: "occupation",
        course: null,
        region: region(),
        town: given.town ?? town(),
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

/** An enrolled learner, by default in the next free seat. */
export async function anEnrolment(app: TestApp, classId: string, personId: string, given?: number): Promise<string> {
  const { taken } = await must(
    app.services.database
      .selectFrom("enrolment")
      .select((e) => e.fn.max("seat").as("taken"))
      .where("class_id", "=", classId),
  );
  const seat = given ?? (taken ?? 0) + 1;
  const { starts_on: startsOn } = await must(
    app.services.database.selectFrom("training_class").select("starts_on").where("id", "=", classId),
  );
  // Learners are on the roster before the first lesson.
  const enrolledAt = new Date(`${startsOn}T00:00:00+08:00`);
  const row = await must(
    app.services.database
      .insertInto("enrolment")
      .values({
        class_id: classId,
        person_id: personId,
        seat,
        state: "enrolled",
        group_code: "registered-unemployed",
        town: town(),
        enrolled_by: null,
        completed_on: null,
        created_at: enrolledAt,
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

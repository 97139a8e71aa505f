import type { TestApp } from "./app.ts";
import { aClass, anEnrolment, attended } from "./class-builders.ts";
import { anAdmission, anOrganisation, aPerson, aStandard } from "./people-builders.ts";
import { aCertificate } from "./record-builders.ts";
import { aPayeeAccount } from "./payment-builders.ts";

/** An admitted institution, the published standard (电工 五级, 1,200 yuan in all) and a class, for entitled learners. */
export async function aTrainingPlace(
  app: TestApp,
  given: { policyId?: string; benefit?: string; startsOn?: string; sessions?: number; requiredHours?: number } = {},
): Promise<{ organisationId: string; classId: string; sessionIds: string[] }> {
  const organisationId = await anOrganisation(app);
  await anAdmission(app, organisationId);
  const standard = await app.services.database
    .selectFrom("training_standard")
    .select("level")
    .where("occupation", "=", "6-31-01-03")
    .where("level", "=", 5)
    .executeTakeFirst();
  if (!standard) await aStandard(app);
  const training = await aClass(app, { organisationId, capacity: 100, ...given });
  await aPayeeAccount(app, { organisationId });
  return { organisationId, classId: training.id, sessionIds: training.sessionIds };
}

/** A registered unemployed person without a pension who finished the class, has its certificate and a payee account. */
export async function anEntitledLearner(
  app: TestApp,
  place: { classId: string; sessionIds: string[] },
  given: {
    personId?: string;
    certificate?: boolean;
    payee?: boolean;
    issuedOn?: string;
    level?: number;
    occupation?: string;
  } = {},
): Promise<{ personId: string; enrolmentId: string; certificateId: string }> {
  const { database } = app.services;
  const personId = given.personId ?? (await aPerson(app)).id;
  if (given.personId === undefined) {
    await aGroup(app, personId, "registered-unemployed");
    await aFact(app, personId, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
    if (given.payee !== false) await aPayeeAccount(app, { personId });
  }
  const enrolmentId = await anEnrolment(app, place.classId, personId);
  await attended(app, place.sessionIds, enrolmentId, personId);
  await database.updateTable("enrolment").set({ state: "completed" }).where("id", "=", enrolmentId).execute();
  const certificateId =
    given.certificate === false
      ? ""
      : await aCertificate(app, {
          personId,
          classId: place.classId,
          enrolmentId,
          ...(given.issuedOn === undefined ? {} : { issuedOn: given.issuedOn }),
          ...(given.level === undefined ? {} : { level: given.level }),
          ...(given.occupation === undefined ? {} : { occupation: given.occupation }),
        });
  return { personId, enrolmentId, certificateId };
}

/** A fact from another office about the person. */
export async function aFact(
  app: TestApp,
  personId: string,
  kind: "employment" | "insurance" | "degree" | "pension",
  value: object,
): Promise<void> {
  await app.services.database
    .insertInto("person_fact")
    .values({
      person_id: personId,
      kind,
      value: JSON.stringify(value),
      source: "社保中心",
      replaces: null,
      reason: null,
      recorded_by: null,
    })
    .execute();
}

/** A confirmed target group, in force since 2019. */
export async function aGroup(app: TestApp, personId: string, code: string): Promise<void> {
  await app.services.database
    .insertInto("person_group")
    .values({
      person_id: personId,
      code,
      valid_from: "2019-01-01",
      valid_to: null,
      evidence_file_id: null,
      evidence_note: "测试登记",
      state: "confirmed",
      declared_by: null,
      decided_by: null,
    })
    .execute();
}

/** A local amount of rugao-2019 in force since 2019. */
export async function aLocalParameter(app: TestApp, name: string, value: number | string): Promise<void> {
  await app.services.database
    .insertInto("policy_parameter")
    .values({
      policy_id: "rugao-2019",
      name,
      value: JSON.stringify(value),
      effective_from: "2019-01-01",
      effective_to: null,
      source: "示例",
      sample: true,
      set_by: null,
    })
    .execute();
}

import { civilDate, makeCitizenId, makeUscc, maskCitizenId, maskMobile } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { ConsentPurpose } from "../people/index.ts";
import type { TestApp } from "./app.ts";
import { must, next, region, town } from "./builder-kit.ts";

/** A person with a valid ID number and phone, sealed as the platform does. */
export async function aPerson(
  app: TestApp,
  given: { name?: string; citizenId?: string; phone?: string; town?: string; birthDate?: string } = {},
): Promise<{ id: string; citizenId: string; phone: string }> {
  const n = next();
  const birthDate = given.birthDate ?? "1975-03-02";
  const citizenId = given.citizenId ?? makeCitizenId(region(), civilDate(birthDate), (n % 999) + 1);
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
      town: given.town ?? town(),
      education: null,
      created_by: null,
    })
    .execute();
  return { id, citizenId, phone };
}

/** A person's word on a purpose; the latest counts. */
export async function aConsent(app: TestApp, personId: string, purpose: ConsentPurpose, given = true): Promise<void> {
  await app.services.database
    .insertInto("consent")
    .values({ person_id: personId, purpose, text_version: "2026-11", given, at: new Date(), account_id: null })
    .execute();
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
        uscc: makeUscc("91", given.region ?? region(), `MA${String(n).padStart(7, "0")}`),
        name: given.name ?? `示例培训学校${n}`,
        kind: given.kind ?? "training-institution",
        region: given.region ?? region(),
        town: town(),
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
      .where("region", "=", region())
      .executeTakeFirst();
    if (found) return found.id;
    const made = await must(
      database
        .insertInto("catalogue_version")
        .values({
          list,
          version: 1,
          region: region(),
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

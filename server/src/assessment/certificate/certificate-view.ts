import { certificateKinds, isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";

export const CertificateRow = z.object({
  id: Id,
  serial: z.string(),
  kind: z.enum(certificateKinds.codes),
  holderName: z.string(),
  citizenIdMasked: z.string(),
  personId: Id,
  classId: Id.nullable(),
  enrolmentId: Id.nullable(),
  occupation: z.string(),
  occupationName: z.string(),
  level: z.int().describe("5 初级 … 1 高级技师；0 无等级"),
  issuerId: Id.nullable(),
  issuerName: z.string(),
  issuedOn: CivilDate,
  validTo: CivilDate.nullable(),
  hours: z.number().nullable().describe("计入课时（45 分钟）"),
  source: z.enum(["platform", "declared", "national-query"]),
  revokedOn: CivilDate.nullable(),
  revokedBecause: z.string().nullable(),
});
export type CertificateRow = z.output<typeof CertificateRow>;

/** Certificates with their revocation, as a query to narrow and order. */
export const selectCertificates = (db: Database) =>
  db
    .selectFrom("certificate as f")
    .innerJoin("person as p", "p.id", "f.person_id")
    .leftJoin("training_class as c", "c.id", "f.class_id")
    .leftJoin("certificate_revocation as v", "v.certificate_id", "f.id")
    .select([
      "f.id",
      "f.serial",
      "f.kind",
      "f.holder_name as holderName",
      "p.citizen_id_masked as citizenIdMasked",
      "f.person_id as personId",
      "f.class_id as classId",
      "f.enrolment_id as enrolmentId",
      "f.occupation",
      "f.occupation_name as occupationName",
      "f.level",
      "f.issuer_id as issuerId",
      "f.issuer_name as issuerName",
      "f.issued_on as issuedOn",
      "f.valid_to as validTo",
      "f.hours",
      "f.source",
      sql<CertificateRow["revokedOn"]>`(v.revoked_at at time zone 'Asia/Shanghai')::date`.as("revokedOn"),
      "v.reason as revokedBecause",
    ]);

/** 电工（五级/初级工）; the bare occupation where it has no level. */
export const projectLabel = (occupationName: string, level: number): string =>
  isSkillLevel(level) ? `${occupationName}（${skillLevelLabel(level)}）` : occupationName;

import type { CertificateKind } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";

/** Content of a certificate. */
export interface CertificateFacts {
  kind: CertificateKind;
  personId: string;
  classId: string | null;
  enrolmentId: string | null;
  occupation: string;
  occupationName: string;
  level: number;
  issuerId: string | null;
  issuerName: string;
  issuedOn: string;
  validTo?: string | null;
  hours?: number | null;
  source?: "platform" | "declared" | "national-query";
}

/**
 * Issues a certificate under this number and emits `certificate-issued`. The database refuses a duplicate number, and a second
 * certificate of a kind for one enrolment. Returns its id.
 */
export async function issueCertificate(context: Context, serial: string, facts: CertificateFacts): Promise<string> {
  const holder = await context.db
    .selectFrom("person")
    .select("name")
    .where("id", "=", facts.personId)
    .executeTakeFirstOrThrow();
  const row = await context.db
    .insertInto("certificate")
    .values({
      serial,
      kind: facts.kind,
      person_id: facts.personId,
      holder_name: holder.name,
      class_id: facts.classId,
      enrolment_id: facts.enrolmentId,
      occupation: facts.occupation,
      occupation_name: facts.occupationName,
      level: facts.level,
      issuer_id: facts.issuerId,
      issuer_name: facts.issuerName,
      issued_on: facts.issuedOn,
      valid_to: facts.validTo ?? null,
      hours: facts.hours ?? null,
      source: facts.source ?? "platform",
      created_by: context.maybeActor?.accountId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await context.emit("certificate-issued", { certificateId: row.id });
  return row.id;
}

import type { CertificateKind } from "@jinengtong/standards";
import type { Context } from "../kernel/context.ts";
import { sql, type Database } from "../kernel/database.ts";
import { conflict } from "../kernel/problem.ts";

/** What a certificate says. */
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
 * Writes a certificate under this number and tells the later modules (`certificate-issued`). The database refuses the same number, and
 * a second certificate of a kind for one enrolment. Returns its id.
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
  await context.emit("certificate-issued", {
    certificateId: row.id,
    personId: facts.personId,
    enrolmentId: facts.enrolmentId,
  });
  return row.id;
}

/**
 * So many serial numbers of an institution's year, without a gap: year, the nine characters that name the institution in its unified
 * credit code, and a running number (2020 + MA1000001 + 000001).
 */
export async function nextSerials(
  db: Database,
  organisation: { id: string; uscc: string },
  year: number,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const head = `${year}${organisation.uscc.slice(8, 17)}`;
  // A register taken over from elsewhere may hold numbers already: the first count goes on from the highest.
  const counted = await sql<{ last: number }>`
    insert into certificate_counter as c (organisation_id, year, last)
    select ${organisation.id}::uuid, ${year}::int, ${count}::int + coalesce(max(right(f.serial, 6)::int), 0) from certificate f
    where f.issuer_id = ${organisation.id} and f.serial between ${`${head}000000`} and ${`${head}999999`}
      and length(f.serial) = ${head.length + 6}
    on conflict (organisation_id, year) do update set last = c.last + ${count} returning last`.execute(db);
  const last = counted.rows[0]?.last;
  if (last === undefined) throw conflict("serial-not-given", "证书编号没有取到，请重试。");
  return Array.from({ length: count }, (_, n) => `${head}${String(last - count + n + 1).padStart(6, "0")}`);
}

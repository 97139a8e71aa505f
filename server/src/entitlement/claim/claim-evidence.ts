import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { onlineHours } from "../../learning/index.ts";
import { offlineHours } from "../../training/index.ts";
import type { ClaimRow } from "./claim-record.ts";
import { InPlace, inPlaceShown } from "./in-place-shown.ts";

/** Evidence of a claim, with the ids of the rows. */
export const Evidence = z.strictObject({
  class: z
    .strictObject({
      id: Id,
      number: z.string(),
      name: z.string(),
      occupationName: z.string(),
      level: z.number().int(),
      startsOn: CivilDate,
      endsOn: CivilDate,
      institution: z.string(),
      rosterSize: z.number().int(),
    })
    .nullable(),
  enrolmentId: Id.nullable(),
  hours: z
    .strictObject({
      required: z.number(),
      offline: z.number().describe("到课课时"),
      online: z.number().describe("线上观看课时"),
      sessionsMarked: z.number().int(),
    })
    .nullable(),
  certificate: z
    .strictObject({
      id: Id,
      serial: z.string(),
      kind: z.string(),
      occupationName: z.string(),
      level: z.number().int(),
      issuerName: z.string(),
      issuedOn: CivilDate,
      revoked: z.boolean(),
    })
    .nullable(),
  inPlaceOf: InPlace.nullable().describe("替哪位亲属参加"),
  files: z.array(z.strictObject({ id: Id, name: z.string(), mediaType: z.string() })),
});

export async function evidenceOf(context: Context, row: ClaimRow): Promise<z.output<typeof Evidence>> {
  const { db } = context;
  const training = await sql<NonNullable<z.output<typeof Evidence>["class"]> & { required: number }>`
    select t.id, t.number, t.name, t.occupation_name as "occupationName", t.level, t.starts_on as "startsOn",
      t.ends_on as "endsOn", o.name as institution, t.required_hours as required,
      (select count(*)::int from enrolment e where e.class_id = t.id and e.state in ('enrolled', 'completed', 'failed')) as "rosterSize"
    from training_class t join organisation o on o.id = t.organisation_id where t.id = ${row.class_id}`.execute(db);
  const certificate = await sql<NonNullable<z.output<typeof Evidence>["certificate"]>>`
    select f.id, f.serial, f.kind, f.occupation_name as "occupationName", f.level, f.issuer_name as "issuerName",
      f.issued_on as "issuedOn", exists (select from certificate_revocation r where r.certificate_id = f.id) as revoked
    from certificate f where f.id = ${row.certificate_id}`.execute(db);
  const files = await sql<{ id: string; name: string; mediaType: string }>`
    select id, name, media_type as "mediaType" from stored_file
    where id = any(${row.evidence_file_ids}::uuid[]) order by created_at`.execute(db);
  const found = training.rows[0];
  const { required, ...shown } = found ?? { required: 0 };
  return {
    class: found ? (shown as Omit<typeof found, "required">) : null,
    enrolmentId: row.enrolment_id,
    hours: row.enrolment_id === null ? null : await hoursOf(context, row.enrolment_id, required),
    certificate: certificate.rows[0] ?? null,
    inPlaceOf: await inPlaceShown(context, row.enrolment_id),
    files: files.rows,
  };
}

async function hoursOf(context: Context, enrolmentId: string, required: number) {
  const offline = await offlineHours(context.db, [enrolmentId]);
  const online = await onlineHours(context.db, [enrolmentId]);
  const marks = await sql<{ n: number }>`
    select count(*)::int as n from attendance where enrolment_id = ${enrolmentId}`.execute(context.db);
  return {
    required,
    offline: offline.get(enrolmentId) ?? 0,
    online: online.get(enrolmentId) ?? 0,
    sessionsMarked: marks.rows[0]?.n ?? 0,
  };
}

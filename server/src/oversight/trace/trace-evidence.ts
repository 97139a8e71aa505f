import { classHoursOfMinutes } from "@jinengtong/standards";
import { z } from "zod";
import { completionOf } from "../../assessment/index.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { levelLabel, stateLabel } from "../../reporting/index.ts";
import { MarkPage, markRows, WatchPage, watchRows } from "./trace-rows.ts";

export const TracedCertificate = z.object({
  id: Id,
  serial: z.string(),
  kind: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: z.number().int(),
  levelLabel: z.string(),
  issuerName: z.string(),
  issuedOn: CivilDate,
  source: z.string(),
  revokedAt: Instant.nullable(),
});

export const TracedClass = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  institutionId: Id,
  institution: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: z.number().int(),
  levelLabel: z.string(),
  town: z.string(),
  startsOn: CivilDate,
  endsOn: CivilDate,
  requiredHours: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
});

/** Hours by source, as completion counts them. */
export const TracedHours = z.object({
  offlineHours: z.number(),
  onlineHours: z.number(),
  countedHours: z.number(),
  required: z.number(),
  attendancePercent: z.number(),
  complete: z.boolean(),
  examPassed: z.boolean().nullable(),
});

export const TracedEvidence = z.object({
  certificate: TracedCertificate.nullable(),
  class: TracedClass.nullable(),
  enrolmentId: Id.nullable(),
  hours: TracedHours.nullable(),
  attendance: MarkPage,
  lessons: z.array(
    z.object({
      lessonId: Id,
      title: z.string(),
      kind: z.string(),
      durationMs: z.number().nullable(),
      creditedMs: z.number(),
      creditedHours: z.number(),
      events: z.number().int(),
      completedAt: Instant.nullable(),
    }),
  ),
  watch: WatchPage,
});

/** Rows of an inner list at once; the rest is paged separately. */
const INNER = 100;
const nothing = { rows: [], nextCursor: null };

/** Evidence behind a claim's references. */
export async function traceEvidence(
  db: Database,
  claim: { classId: string | null; enrolmentId: string | null; certificateId: string | null },
): Promise<z.output<typeof TracedEvidence>> {
  const { enrolmentId } = claim;
  const [certificate, held, completion, attendance, lessons, watch] = await Promise.all([
    certificateOf(db, claim),
    claim.classId === null ? null : classOf(db, claim.classId),
    enrolmentId === null ? null : completionOf(db, [enrolmentId]).then((all) => all.get(enrolmentId) ?? null),
    enrolmentId === null ? nothing : markRows(db, enrolmentId, { limit: INNER }),
    enrolmentId === null ? [] : lessonsOf(db, enrolmentId),
    enrolmentId === null ? nothing : watchRows(db, enrolmentId, { limit: INNER }),
  ]);
  return { certificate, class: held, enrolmentId, hours: completion, attendance, lessons, watch };
}

async function certificateOf(db: Database, claim: { enrolmentId: string | null; certificateId: string | null }) {
  const found = await sql<
    Omit<z.output<typeof TracedCertificate>, "levelLabel" | "revokedAt"> & { revokedAt: Date | null }
  >`
    select f.id, f.serial, f.kind, f.occupation, f.occupation_name as "occupationName", f.level, f.issuer_name as "issuerName",
      f.issued_on as "issuedOn", f.source, v.revoked_at as "revokedAt"
    from certificate f left join certificate_revocation v on v.certificate_id = f.id
    where f.id = ${claim.certificateId}::uuid or (${claim.certificateId}::uuid is null and f.enrolment_id = ${claim.enrolmentId}::uuid)
    order by f.issued_on limit 1`.execute(db);
  const row = found.rows[0];
  return row ? { ...row, levelLabel: levelLabel(row.level), revokedAt: row.revokedAt?.toISOString() ?? null } : null;
}

/** A class as a node of the trace. */
export async function classOf(db: Database, classId: string): Promise<z.output<typeof TracedClass> | null> {
  const found = await sql<Omit<z.output<typeof TracedClass>, "levelLabel" | "stateLabel">>`
    select c.id, c.number, c.name, o.id as "institutionId", o.name as institution, c.occupation, c.occupation_name as "occupationName",
      c.level, c.town, c.starts_on as "startsOn", c.ends_on as "endsOn", c.required_hours as "requiredHours", c.state
    from training_class c join organisation o on o.id = c.organisation_id where c.id = ${classId}`.execute(db);
  const row = found.rows[0];
  return row
    ? { ...row, levelLabel: levelLabel(row.level), stateLabel: stateLabel("training-class", row.state) }
    : null;
}

async function lessonsOf(db: Database, enrolmentId: string): Promise<z.output<typeof TracedEvidence>["lessons"]> {
  const found = await sql<{
    lessonId: string;
    title: string;
    kind: string;
    durationMs: number | null;
    creditedMs: number;
    events: number;
    completedAt: Date | null;
  }>`
    select w.lesson_id as "lessonId", l.title, l.kind, l.duration_ms as "durationMs", w.credited_ms as "creditedMs",
      (select count(*)::int from watch_event v where v.enrolment_id = w.enrolment_id and v.lesson_id = w.lesson_id) as events,
      w.completed_at as "completedAt"
    from watch_credit w join lesson l on l.id = w.lesson_id
    where w.enrolment_id = ${enrolmentId} order by l.course_id, l.ordinal`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    creditedHours: classHoursOfMinutes(row.creditedMs / 60_000),
    completedAt: row.completedAt?.toISOString() ?? null,
  }));
}

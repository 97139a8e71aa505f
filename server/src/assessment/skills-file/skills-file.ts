import { certificateKinds } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { maskedPerson, MaskedPerson } from "../../people/index.ts";
import { selectCertificates } from "../certificate/certificate-view.ts";
import { completionOf } from "../completion/completion.ts";
import { PilotCertificate, pilotCertificatesOf, pilotLine } from "../pilot/pilot-record.ts";
import { pointsOf } from "../points/points.ts";

/** A person's lifelong record of skills (职业技能培训电子档案). */
export const SkillsFile = z.object({
  person: MaskedPerson,
  classes: z.array(
    z.object({
      enrolmentId: Id,
      classId: Id,
      name: z.string(),
      institution: z.string(),
      occupationName: z.string(),
      level: z.int(),
      from: CivilDate,
      to: CivilDate,
      state: z.enum(["enrolled", "completed", "failed"]),
      offlineHours: z.number(),
      onlineHours: z.number(),
      countedHours: z.number(),
      requiredHours: z.int(),
      complete: z.boolean(),
      exams: z.array(
        z.object({
          kind: z.enum(["completion", "evaluation"]),
          heldOn: CivilDate,
          score: z.number().nullable().describe("空为缺考"),
          passed: z.boolean(),
        }),
      ),
    }),
  ),
  certificates: z.array(
    z.object({
      id: Id,
      number: z.string(),
      kind: z.enum(certificateKinds.codes),
      occupationName: z.string(),
      level: z.int(),
      issuerName: z.string(),
      issuedOn: CivilDate,
      validTo: CivilDate.nullable(),
      source: z.enum(["platform", "declared", "national-query"]),
      revokedOn: CivilDate.nullable(),
    }),
  ),
  degrees: z.array(z.object({ level: z.string(), obtainedOn: CivilDate, source: z.string() })),
  pilots: z.array(PilotCertificate).describe("1+X 证书"),
  pilotLine: z.string().nullable().describe("中专 + 2 X"),
  credits: z.object({
    total: z.number(),
    years: z.array(
      z.object({
        year: z.int(),
        total: z.number(),
        rows: z.array(z.object({ credits: z.number(), note: z.string(), on: z.string() })),
      }),
    ),
  }),
});
export type SkillsFile = z.output<typeof SkillsFile>;

/** Compiles the file from the facts at every call: nothing in it is stored twice. */
export async function readSkillsFile(context: Context, personId: string | null): Promise<SkillsFile> {
  const person = personId === null ? null : await maskedPerson(context.db, personId);
  if (!person) throw notFound("个人档案");
  const [classes, certificates, degrees, points, pilots] = await Promise.all([
    readClasses(context, person.id),
    selectCertificates(context.db).where("f.person_id", "=", person.id).orderBy("f.issued_on").limit(1_000).execute(),
    sql<SkillsFile["degrees"][number]>`
      select value->>'level' as level, value->>'obtainedOn' as "obtainedOn", source from person_fact f
      where person_id = ${person.id} and kind = 'degree'
        and not exists (select from person_fact later where later.replaces = f.id)
      order by value->>'obtainedOn'`.execute(context.db),
    pointsOf(context.db, person.id),
    pilotCertificatesOf(context.db, person.id),
  ]);
  return {
    person,
    classes,
    certificates: certificates.map((row) => ({
      id: row.id,
      number: row.serial,
      kind: row.kind,
      occupationName: row.occupationName,
      level: row.level,
      issuerName: row.issuerName,
      issuedOn: row.issuedOn,
      validTo: row.validTo,
      source: row.source,
      revokedOn: row.revokedOn,
    })),
    degrees: degrees.rows,
    pilots,
    pilotLine: pilotLine(degrees.rows, pilots.length),
    credits: byYear(points),
  };
}

async function readClasses(context: Context, personId: string): Promise<SkillsFile["classes"]> {
  const rows = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("training_class as c", "c.id", "e.class_id")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .select([
      "e.id as enrolmentId",
      "c.id as classId",
      "c.name",
      "o.name as institution",
      "c.occupation_name as occupationName",
      "c.level",
      "c.starts_on as from",
      "c.ends_on as to",
      sql<"enrolled" | "completed" | "failed">`e.state`.as("state"),
      sql<SkillsFile["classes"][number]["exams"]>`(
        select coalesce(json_agg(json_build_object('kind', x.kind, 'heldOn', x.held_on, 'score', r.score, 'passed', r.passed)
          order by x.held_on), '[]')
        from exam_result r join exam x on x.id = r.exam_id
        where r.enrolment_id = e.id and not exists (select from exam_result n where n.replaces = r.id))`.as("exams"),
    ])
    .where("e.person_id", "=", personId)
    .where("e.state", "in", ["enrolled", "completed", "failed"])
    .orderBy("c.starts_on")
    .limit(500)
    .execute();
  const completions = await completionOf(
    context.db,
    rows.map((row) => row.enrolmentId),
  );
  return rows.map((row) => {
    const completion = completions.get(row.enrolmentId);
    return {
      ...row,
      offlineHours: completion?.offlineHours ?? 0,
      onlineHours: completion?.onlineHours ?? 0,
      countedHours: completion?.countedHours ?? 0,
      requiredHours: completion?.required ?? 0,
      complete: completion?.complete ?? false,
    };
  });
}

function byYear(points: Awaited<ReturnType<typeof pointsOf>>): SkillsFile["credits"] {
  const years = Map.groupBy(points, (row) => row.year);
  const sum = (rows: typeof points) => rows.reduce((total, row) => total + row.hundredths, 0) / 100;
  return {
    total: sum(points),
    years: [...years].map(([year, rows]) => ({
      year,
      total: sum(rows),
      rows: rows.map(({ hundredths, note, on }) => ({ credits: hundredths / 100, note, on })),
    })),
  };
}

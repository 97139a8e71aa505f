import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import type { Events } from "../../kernel/events.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { worthOfCertificates, worthOfEnrolments, type Worth } from "./points-worth.ts";

interface Given {
  rule_id: string;
  basis_kind: string;
  basis_id: string;
  hundredths: number;
  rows: number;
}

/**
 * Brings points to what their basis is worth now: the first time all of it, after a correction the difference, on the day of the
 * correction; a repeated call adds nothing.
 */
async function settle(context: Context, worths: readonly Worth[]): Promise<void> {
  if (worths.length === 0) return;
  const bases = [...new Set(worths.map((each) => each.basisId))];
  const found = await sql<Given>`
    select rule_id, basis_kind, basis_id, sum(credits_hundredths)::int as hundredths, count(*)::int as rows from credit
    where basis_id = any(${bases}::text[]) group by rule_id, basis_kind, basis_id`.execute(context.db);
  const given = new Map(found.rows.map((row) => [`${row.rule_id} ${row.basis_kind} ${row.basis_id}`, row]));
  const rows = worths.flatMap(({ personId, ruleId, basisKind, basisId, hundredths, note, on }) => {
    const before = given.get(`${ruleId} ${basisKind} ${basisId}`);
    const difference = hundredths - (before?.hundredths ?? 0);
    if (difference === 0) return [];
    return {
      person_id: personId,
      rule_id: ruleId,
      basis_kind: basisKind,
      basis_id: basisId,
      ordinal: (before?.rows ?? 0) + 1,
      credits_hundredths: difference,
      note: before === undefined ? note : `更正 ${note}`,
      at: context.now,
      on_date: before === undefined && on !== null ? on : context.today,
    };
  });
  // Two that reckon at once find the same: the second adds nothing, and reads the difference the next time.
  if (rows.length > 0)
    await context.db
      .insertInto("credit")
      .values(rows)
      .onConflict((already) => already.doNothing())
      .execute();
}

/** On `class-completed`: gives points for hours and exams to those who completed. */
export async function givePointsForClass(context: Context, { classId }: Events["class-completed"]): Promise<void> {
  const learners = await context.db
    .selectFrom("enrolment")
    .select("id")
    .where("class_id", "=", classId)
    .where("seat", "is not", null)
    .execute();
  await settlePoints(
    context,
    learners.map((learner) => learner.id),
    { ended: true },
  );
}

/** On `attendance-corrected` and `learner-finished`: points follow marks and outcomes put right after the class ended. */
export const givePointsAgain = (context: Context, { enrolmentId }: { enrolmentId: string }): Promise<void> =>
  settlePoints(context, [enrolmentId]);

/** Points of these enrolments follow hours and exam; none before their class has ended. */
export async function settlePoints(
  context: Context,
  enrolmentIds: readonly string[],
  options: { ended?: boolean } = {},
): Promise<void> {
  await settle(context, await worthOfEnrolments(context.db, enrolmentIds, options));
}

/** On `certificate-issued`: gives the points that its kind was worth on the day of the certificate. */
export async function givePointsForCertificate(
  context: Context,
  { certificateId }: Events["certificate-issued"],
): Promise<void> {
  await settle(context, await worthOfCertificates(context.db, [certificateId]));
}

/** Points given, without those for a revoked certificate. */
export interface PointsRow {
  year: number;
  hundredths: number;
  note: string;
  on: string;
}

export async function pointsOf(db: Database, personId: string): Promise<PointsRow[]> {
  const found = await sql<PointsRow>`
    select extract(year from c."on")::int as year, c.credits_hundredths as hundredths, c.note, c."on"
    from (select *, coalesce(on_date, (at at time zone 'Asia/Shanghai')::date) as "on" from credit) c
    where c.person_id = ${personId} and not exists (
      select from certificate_revocation v where c.basis_kind = 'certificate' and v.certificate_id::text = c.basis_id)
    order by c."on", c.id`.execute(db);
  return found.rows;
}

/** Rules by which points are given, each with its source. */
export const listPointRules = operation({
  method: "GET",
  path: "/api/v1/credit-rules",
  summary: "学分规则",
  permission: { public: true },
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        basis: z.enum(["class-hours", "online-hours", "exam", "certificate"]),
        credits: z.number(),
        per: z.enum(["hour", "each"]),
        effectiveFrom: CivilDate,
        effectiveTo: CivilDate.nullable(),
        source: z.string(),
      }),
    ),
  }),
  async run(context) {
    const rows = await context.db
      .selectFrom("credit_rule")
      .selectAll()
      .orderBy("id")
      .orderBy("effective_from")
      .execute();
    return {
      rows: rows.map((row) => ({
        id: row.id,
        basis: row.basis,
        credits: row.credits_hundredths / 100,
        per: row.per,
        effectiveFrom: row.effective_from,
        effectiveTo: row.effective_to,
        source: row.source,
      })),
    };
  },
});

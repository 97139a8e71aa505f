import { certificateKinds, formatClassHours } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { sql, type Database } from "../kernel/database.ts";
import type { Events } from "../kernel/events.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate } from "../kernel/shapes.ts";
import { completionOf } from "./completion.ts";

const Condition = z.object({ kinds: z.array(z.enum(certificateKinds.codes)).optional() });

interface Rule {
  id: string;
  basis: "class-hours" | "online-hours" | "exam" | "certificate";
  condition: z.output<typeof Condition>;
  pointsHundredths: number;
  per: "hour" | "each";
}

/** Points rules in force on a day (tables `credit`, `credit_rule`). */
async function rulesOn(db: Database, date: string): Promise<Rule[]> {
  const rows = await db
    .selectFrom("credit_rule")
    .select(["id", "basis", "condition", "credits_hundredths as pointsHundredths", "per"])
    .where(sql<boolean>`effective_from <= ${date}::date and (effective_to is null or effective_to > ${date}::date)`)
    .execute();
  return rows.map((row) => ({ ...row, condition: Condition.parse(row.condition) }));
}

interface Grant {
  personId: string;
  rule: Rule;
  basisKind: string;
  basisId: string;
  /** Multiplier of the rule: class hours, or 1. */
  times: number;
  note: string;
}

/** Writes points, once for each basis: a repeated call adds nothing. Rounded down to hundredths. */
async function grant(context: Context, grants: readonly Grant[]): Promise<void> {
  const rows = grants
    .map(({ personId, rule, basisKind, basisId, times, note }) => ({
      person_id: personId,
      rule_id: rule.id,
      basis_kind: basisKind,
      basis_id: basisId,
      credits_hundredths: Math.floor(rule.pointsHundredths * times + 1e-6),
      note,
      at: context.now,
    }))
    .filter((row) => row.credits_hundredths > 0);
  if (rows.length === 0) return;
  await context.db
    .insertInto("credit")
    .values(rows)
    .onConflict((already) => already.doNothing())
    .execute();
}

/** On `class-completed`: gives points for hours and exams to those who completed. */
export async function givePointsForClass(context: Context, { classId }: Events["class-completed"]): Promise<void> {
  const training = await context.db
    .selectFrom("training_class")
    .select(["id", "name"])
    .where("id", "=", classId)
    .executeTakeFirst();
  if (!training) return;
  const learners = await context.db
    .selectFrom("enrolment")
    .select(["id", "person_id"])
    .where("class_id", "=", training.id)
    .where("seat", "is not", null)
    .execute();
  const completions = await completionOf(
    context.db,
    learners.map((learner) => learner.id),
  );
  const rules = await rulesOn(context.db, context.today);
  const grants: Grant[] = [];
  for (const { id, person_id: personId } of learners) {
    const completion = completions.get(id);
    if (!completion?.complete) continue;
    const amounts = {
      "class-hours": [completion.offlineHours, "线下培训"],
      "online-hours": [completion.countedHours - completion.offlineHours, "网上学习"],
      exam: [completion.examPassed ? 1 : 0, "考核合格"],
      certificate: [0, ""],
    } as const;
    for (const rule of rules) {
      const [amount, label] = amounts[rule.basis];
      if (amount <= 0) continue;
      const times = rule.per === "hour" ? amount : 1;
      const measure = rule.basis === "exam" ? "" : ` ${formatClassHours(amount)}`;
      grants.push({
        personId,
        rule,
        basisKind: "enrolment",
        basisId: id,
        times,
        note: `${training.name}：${label}${measure}`,
      });
    }
  }
  await grant(context, grants);
}

/** On `certificate-issued`: gives the points that its kind is worth. */
export async function givePointsForCertificate(
  context: Context,
  { certificateId }: Events["certificate-issued"],
): Promise<void> {
  const certificate = await context.db
    .selectFrom("certificate")
    .select(["id", "person_id", "kind", "occupation_name"])
    .where("id", "=", certificateId)
    .executeTakeFirst();
  if (!certificate) return;
  const rules = await rulesOn(context.db, context.today);
  await grant(
    context,
    rules
      .filter((rule) => rule.basis === "certificate" && (rule.condition.kinds?.includes(certificate.kind) ?? true))
      .map((rule) => ({
        personId: certificate.person_id,
        rule,
        basisKind: "certificate",
        basisId: certificate.id,
        times: 1,
        note: `${certificateKinds.label(certificate.kind)}：${certificate.occupation_name}`,
      })),
  );
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
    select extract(year from c.at at time zone 'Asia/Shanghai')::int as year, c.credits_hundredths as hundredths, c.note,
      (c.at at time zone 'Asia/Shanghai')::date as "on"
    from credit c
    where c.person_id = ${personId} and not exists (
      select from certificate_revocation v where c.basis_kind = 'certificate' and v.certificate_id::text = c.basis_id)
    order by c.at, c.id`.execute(db);
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

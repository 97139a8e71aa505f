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
  basisKind: "enrolment" | "certificate";
  basisId: string;
  /** Multiplier of the rule: class hours, or 1; 0 takes back what was given. */
  times: number;
  note: string;
  /** Day that the points stand for. */
  on: string;
}

interface Given {
  rule_id: string;
  basis_kind: string;
  basis_id: string;
  hundredths: number;
  rows: number;
}

/**
 * Brings points to what their basis is worth now: the first time all of it, after a correction the difference, on the day of the
 * correction; a repeated call adds nothing. Rounded down to hundredths.
 */
async function settle(context: Context, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  const bases = [...new Set(grants.map((grant) => grant.basisId))];
  const found = await sql<Given>`
    select rule_id, basis_kind, basis_id, sum(credits_hundredths)::int as hundredths, count(*)::int as rows from credit
    where basis_id = any(${bases}::text[]) group by rule_id, basis_kind, basis_id`.execute(context.db);
  const given = new Map(found.rows.map((row) => [`${row.rule_id} ${row.basis_kind} ${row.basis_id}`, row]));
  const rows = grants.flatMap(({ personId, rule, basisKind, basisId, times, note, on }) => {
    const before = given.get(`${rule.id} ${basisKind} ${basisId}`);
    const difference = Math.floor(rule.pointsHundredths * times + 1e-6) - (before?.hundredths ?? 0);
    if (difference === 0) return [];
    return {
      person_id: personId,
      rule_id: rule.id,
      basis_kind: basisKind,
      basis_id: basisId,
      ordinal: (before?.rows ?? 0) + 1,
      credits_hundredths: difference,
      note: before === undefined ? note : `更正 ${note}`,
      at: context.now,
      on_date: before === undefined ? on : context.today,
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

interface Learner {
  id: string;
  personId: string;
  className: string;
  endsOn: string;
}

/** Points of these enrolments as hours and exam are now; none before their class has ended. */
export async function settlePoints(
  context: Context,
  enrolmentIds: readonly string[],
  { ended = false }: { ended?: boolean } = {},
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const found = await sql<Learner>`
    select e.id, e.person_id as "personId", c.name as "className", c.ends_on as "endsOn"
    from enrolment e join training_class c on c.id = e.class_id
    where e.id = any(${[...enrolmentIds]}::uuid[]) and e.seat is not null
      and (${ended} or c.state in ('completed', 'closed'))`.execute(context.db);
  const learners = found.rows;
  const completions = await completionOf(
    context.db,
    learners.map((learner) => learner.id),
  );
  const rulesByDay = new Map<string, Rule[]>();
  const grants: Grant[] = [];
  for (const { id, personId, className, endsOn } of learners) {
    const rules = rulesByDay.get(endsOn) ?? (await rulesOn(context.db, endsOn));
    rulesByDay.set(endsOn, rules);
    const completion = completions.get(id);
    const complete = completion?.complete === true;
    const amounts = {
      "class-hours": [complete ? completion.offlineHours : 0, "线下培训"],
      "online-hours": [complete ? completion.countedHours - completion.offlineHours : 0, "网上学习"],
      exam: [complete && completion.examPassed ? 1 : 0, "考核合格"],
    } as const;
    for (const rule of rules) {
      if (rule.basis === "certificate") continue;
      const [amount, label] = amounts[rule.basis];
      const times = rule.per === "hour" ? amount : Math.min(amount, 1);
      const measure = rule.basis === "exam" ? "" : ` ${formatClassHours(amount)}`;
      grants.push({
        personId,
        rule,
        basisKind: "enrolment",
        basisId: id,
        times: Math.max(times, 0),
        note: `${className}：${label}${measure}`,
        on: context.today,
      });
    }
  }
  await settle(context, grants);
}

/** On `certificate-issued`: gives the points that its kind was worth on the day of the certificate. */
export async function givePointsForCertificate(
  context: Context,
  { certificateId }: Events["certificate-issued"],
): Promise<void> {
  const certificate = await context.db
    .selectFrom("certificate")
    .select(["id", "person_id", "kind", "occupation_name", "issued_on"])
    .where("id", "=", certificateId)
    .executeTakeFirst();
  if (!certificate) return;
  const rules = await rulesOn(context.db, certificate.issued_on);
  await settle(
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
        on: certificate.issued_on,
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

import { certificateKinds, formatClassHours } from "@jinengtong/standards";
import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { completionOf } from "../completion/completion.ts";

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

/** Points that a fact is worth under a rule. */
export interface Worth {
  personId: string;
  ruleId: string;
  basisKind: "enrolment" | "certificate";
  basisId: string;
  /** Rounded down; 0 where the fact isn't worth any (any more). */
  hundredths: number;
  note: string;
  /** Day that the points stand for; null: the day on which they are given. */
  on: string | null;
}

const worth = (rule: Rule, times: number): number => Math.floor(rule.pointsHundredths * times + 1e-6);

interface Learner {
  id: string;
  personId: string;
  className: string;
  endsOn: string;
}

/** Points of these enrolments as hours and exam are now; none of a class that has not `ended`, unless said to have. */
export async function worthOfEnrolments(
  db: Database,
  enrolmentIds: readonly string[],
  { ended = false }: { ended?: boolean } = {},
): Promise<Worth[]> {
  if (enrolmentIds.length === 0) return [];
  const found = await sql<Learner>`
    select e.id, e.person_id as "personId", c.name as "className", c.ends_on as "endsOn"
    from enrolment e join training_class c on c.id = e.class_id
    where e.id = any(${[...enrolmentIds]}::uuid[]) and e.seat is not null
      and (${ended} or c.state in ('completed', 'closed'))`.execute(db);
  const learners = found.rows;
  const completions = await completionOf(
    db,
    learners.map((learner) => learner.id),
  );
  const rulesByDay = new Map<string, Rule[]>();
  const all: Worth[] = [];
  for (const { id, personId, className, endsOn } of learners) {
    const rules = rulesByDay.get(endsOn) ?? (await rulesOn(db, endsOn));
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
      all.push({
        personId,
        ruleId: rule.id,
        basisKind: "enrolment",
        basisId: id,
        hundredths: worth(rule, Math.max(times, 0)),
        note: `${className}：${label}${measure}`,
        on: null,
      });
    }
  }
  return all;
}

/** Points that these certificates' kinds were worth on the day they bear, also of revoked ones. */
export async function worthOfCertificates(db: Database, certificateIds: readonly string[]): Promise<Worth[]> {
  if (certificateIds.length === 0) return [];
  const certificates = await db
    .selectFrom("certificate")
    .select(["id", "person_id", "kind", "occupation_name", "issued_on"])
    .where("id", "in", [...certificateIds])
    .execute();
  const rulesByDay = new Map<string, Rule[]>();
  const all: Worth[] = [];
  for (const certificate of certificates) {
    const rules = rulesByDay.get(certificate.issued_on) ?? (await rulesOn(db, certificate.issued_on));
    rulesByDay.set(certificate.issued_on, rules);
    for (const rule of rules) {
      if (rule.basis !== "certificate" || !(rule.condition.kinds?.includes(certificate.kind) ?? true)) continue;
      all.push({
        personId: certificate.person_id,
        ruleId: rule.id,
        basisKind: "certificate",
        basisId: certificate.id,
        hundredths: worth(rule, 1),
        note: `${certificateKinds.label(certificate.kind)}：${certificate.occupation_name}`,
        on: certificate.issued_on,
      });
    }
  }
  return all;
}

import { allowanceDays, type Case } from "@jinengtong/policy";
import { attendanceMarks } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Fen } from "../../kernel/shapes.ts";
import { type ClassDay, classDays } from "../../training/index.ts";
import { DAY_SLOT } from "../claim-states.ts";
import { RETURNED_DAYS } from "./returned-days.ts";
import { storedCase, traceOf } from "../programme/trace.ts";
import { claimOwner } from "./claim-record.ts";
import { CLAIM_READERS } from "./claim-rows.ts";

const Why = z.enum(["counted", "absent", "on-benefit", "covered", "outside"]);

const Day = z.strictObject({
  day: CivilDate,
  due: z.number().int().describe("当天课次"),
  present: z.number().int().describe("到了几次"),
  marks: z.array(z.string()).describe("每次课的考勤"),
  counted: z.boolean(),
  why: Why,
  because: z.string().describe("为什么计或不计，一句话"),
  corrected: z.boolean().describe("判定以后考勤有更正，与判定时不同"),
});

const Sheet = z.strictObject({
  days: z.array(Day),
  totals: z.strictObject({
    classDays: z.number().int(),
    attended: z.number().int().describe("判定时的出勤日"),
    counted: z.number().int(),
  }),
  perDayFen: Fen.nullable(),
  amountFen: Fen.nullable(),
  follows: z.string().nullable().describe("补发：此前一笔申请的编号"),
});

/**
 * `GET /api/v1/claims/:id/days`: the day sheet of an allowance: each day of the class, whether it counts in the decision, and why not.
 * 404 for a claim that isn't counted by days.
 */
export const claimDays = operation({
  method: "GET",
  path: "/api/v1/claims/:id/days",
  summary: "生活费出勤日明细",
  permission: { roles: ["learner", ...CLAIM_READERS], over: claimOwner },
  scope: "claims:read",
  params: ById,
  output: Sheet,
  async run({ db, services }, { params }) {
    const claim = await db
      .selectFrom("claim")
      .innerJoin("claim_decision", "claim_decision.id", "claim.decision_id")
      .leftJoin("claim as before", "before.id", "claim.follows_id")
      .select([
        "claim.person_id",
        "claim.enrolment_id",
        "claim.benefit",
        "before.number as follows",
        "claim_decision.policy_digest",
        "claim_decision.facts",
      ])
      .where("claim.id", "=", params.id)
      .executeTakeFirst();
    const stored = claim && storedCase(services, claim);
    if (!stored || claim.enrolment_id === null || stored.facts.training?.attendedDays === undefined)
      throw notFound("这笔申请的出勤日明细");
    const { facts } = stored;
    const own = (await classDays(db, [claim.enrolment_id])).get(claim.enrolment_id) ?? [];
    const counted = new Set<string>(allowanceDays(stored.policy, facts));
    const covered = await coveredBy(db, claim.person_id, claim.benefit, params.id);
    const returned = await returnedOf(db, params.id);
    const days = sheetOf(own, facts, { counted, covered, returned });
    const decision = traceOf(services, claim);
    return {
      days,
      totals: { classDays: own.length, attended: facts.training?.attendedDays?.length ?? 0, counted: counted.size },
      perDayFen: decision?.computation.find(({ fen }) => fen !== undefined)?.fen ?? null,
      amountFen: decision?.amountFen ?? null,
      follows: claim.follows,
    };
  },
});

/** Number of the claim that was granted each day, by other claims of the person. */
async function coveredBy(
  db: Parameters<typeof classDays>[0],
  personId: string | null,
  benefit: string,
  claimId: string,
): Promise<Map<string, string>> {
  const found = await sql<{ day: string; number: string }>`
    select right(s.key, 10) as day, c.number from benefit_slot s join claim c on c.id = s.claim_id
    where s.person_id = ${personId} and s.rule = ${DAY_SLOT} and c.benefit = ${benefit} and c.id <> ${claimId}`.execute(
    db,
  );
  return new Map(found.rows.map(({ day, number }) => [day, number]));
}

/** Days of the claim whose money came back. */
async function returnedOf(db: Parameters<typeof classDays>[0], claimId: string): Promise<Set<string>> {
  const found = await sql<{
    days: string[];
  }>`select ${RETURNED_DAYS} as days from claim c where c.id = ${claimId}`.execute(db);
  return new Set(found.rows[0]?.days);
}

/** The class's days, and any other that the decision counts (by calendar days there are more than lessons). */
function sheetOf(own: readonly ClassDay[], facts: Case, known: Omit<Known, "attended">): z.output<typeof Day>[] {
  const attended = new Set<string>(facts.training?.attendedDays);
  const byDay = new Map(own.map((row) => [row.day as string, row]));
  const all = [...new Set([...byDay.keys(), ...known.counted])].toSorted();
  return all.map((day) => {
    const row = byDay.get(day);
    const [why, because] = reasonOf(day, facts, { ...known, attended });
    return {
      day: day as z.output<typeof CivilDate>,
      due: row?.due ?? 0,
      present: row?.present ?? 0,
      marks: (row?.marks ?? []).map((mark) => (mark === null ? "没有点名" : attendanceMarks.label(mark as never))),
      counted: known.counted.has(day),
      why,
      because,
      corrected: row !== undefined && row.attended !== attended.has(day),
    };
  });
}

interface Known {
  counted: ReadonlySet<string>;
  attended: ReadonlySet<string>;
  covered: ReadonlyMap<string, string>;
  returned: ReadonlySet<string>;
}

function reasonOf(
  day: string,
  facts: Case,
  { counted, attended, covered, returned }: Known,
): [z.output<typeof Why>, string] {
  if (returned.has(day)) return ["counted", "核定时计一天；后来更正为缺勤，这一天的钱已追回"];
  if (counted.has(day)) return ["counted", attended.has(day) ? "出勤，计一天" : "计一天"];
  if (!attended.has(day)) return ["absent", "到课不够，不算出勤日"];
  const within = (from: string | undefined, to: string | undefined): boolean =>
    (from === undefined || day >= from) && (to === undefined || day <= to);
  const period = facts.person?.unemploymentBenefit?.find(({ from, to }) => within(from, to));
  if (period) return ["on-benefit", `在领失业保险金（${period.from ?? "？"} 至 ${period.to ?? "今"}），这些日子不给`];
  const earlier = facts.history?.some(
    (entry) => entry.benefit === facts.benefit && entry.from !== undefined && within(entry.from, entry.to),
  );
  if (earlier === true) {
    const number = covered.get(day);
    return ["covered", number === undefined ? "以前的生活费已计过" : `申请 ${number} 已计过`];
  }
  return ["outside", "不在培训班的起止日期内"];
}

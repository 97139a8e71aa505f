import { type CivilDate, parseCitizenId, tooYoungToWork } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";
import { findOrCreatePeople, type NewFact, notifyAll, recordFacts } from "../../people/index.ts";
import { type Employee, employeesAmong } from "./employee-view.ts";

/** One line of an employer's list of hirings. */
export interface WrittenEmployee {
  name: string;
  citizenId: string;
  phone: string | null;
  hiredOn: CivilDate;
  leftOn: CivilDate | null;
  contractMonths: number | null;
}

export interface Employer {
  id: string;
  uscc: string;
  name: string;
  town: string;
}

/** Result of one reported line: a new hire, a known employee who has left, no change, or the reason for refusing it. */
export type Reported =
  | { ok: true; what: "hired" | "left" | "known"; factId: string | null }
  | { ok: false; column: string; code: string; message: string };

/** Locks the employer until the transaction ends, so that its lists are processed one after another. */
export async function lockEmployer(context: Context, id: string): Promise<Employer> {
  const row = await context.db
    .selectFrom("organisation")
    .select(["id", "uscc", "name", "town"])
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("这家单位");
  return row;
}

/** The fact of an employment with this employer. */
export const employmentFact = (
  employer: Employer,
  given: { hiredOn: CivilDate; leftOn: CivilDate | null; contractMonths: number | null },
): NewFact["fact"] => ({
  kind: "employment",
  value: {
    from: given.hiredOn,
    to: given.leftOn,
    employed: true,
    employer: employer.uscc,
    local: true,
    hiredOn: given.hiredOn,
    contractMonths: given.contractMonths,
  },
});

/**
 * Judges and records an employer's lines in order. A line that is known already is no error, so that a whole list can be sent again
 * with new rows.
 */
export async function reportEmployments(
  context: Context,
  employer: Employer,
  lines: readonly WrittenEmployee[],
): Promise<Reported[]> {
  const people = await findOrCreatePeople(
    context,
    lines.map((line) => ({ ...line, town: employer.town })),
  );
  const known = await employeesAmong(
    context,
    employer.id,
    people.flatMap((person) => (person.ok ? [person.id] : [])),
  );
  const seen = new Set<string>();
  const facts: (NewFact & { line: number })[] = [];
  const results = lines.map((line, at): Reported => {
    const person = people[at];
    if (!person?.ok) {
      const column = person ? COLUMNS[person.refusal] : COLUMNS.name;
      return { ok: false, column, code: person?.code ?? "name-empty", message: person?.message ?? "请填写姓名。" };
    }
    if (seen.has(person.id))
      return { ok: false, column: "身份证号", code: "row-repeated", message: "与前面的行是同一个人，请删去重复的行。" };
    seen.add(person.id);
    const judged = judge(line, known.get(person.id), context.today);
    if (!judged.ok) return judged;
    if (judged.what !== "known")
      facts.push({
        line: at,
        personId: person.id,
        source: `${employer.name}申报`,
        fact: employmentFact(employer, line),
        ...(judged.what === "left" ? { replaces: judged.factId, reason: `${line.leftOn} 离职` } : {}),
      });
    return judged;
  });
  const ids = await recordFacts(
    context,
    facts.map(({ line: _line, ...fact }) => fact),
  );
  for (const [index, { line }] of facts.entries()) {
    const result = results[line];
    if (result?.ok) results[line] = { ...result, factId: ids[index] ?? null };
  }
  await tell(context, employer, facts);
  return results;
}

const COLUMNS = { name: "姓名", "citizen-id": "身份证号", phone: "手机号", "name-mismatch": "姓名" } as const;

/** Why these days can't be: an employment is reported once it has begun, and ended, and of somebody who was born. */
export function implausibleDays(
  given: { hiredOn: CivilDate; leftOn: CivilDate | null; citizenId?: string },
  today: CivilDate,
): { column: string; code: string; message: string } | null {
  const birth = given.citizenId === undefined ? null : parseCitizenId(given.citizenId);
  const born = birth?.ok === true ? birth.value.birthDate : null;
  if (given.hiredOn < "1950-01-01" || (born !== null && given.hiredOn <= born))
    return { column: "入职日期", code: "day-too-early", message: "入职日期早得不合情理，请核对年份。" };
  const young = born === null ? null : tooYoungToWork(born, given.hiredOn);
  if (young !== null) return { column: "入职日期", code: "too-young", message: young };
  if (given.hiredOn > today)
    return { column: "入职日期", code: "day-too-late", message: "入职日期不能晚于今天，请入职后再登记，或核对年份。" };
  return given.leftOn !== null && given.leftOn > today
    ? { column: "离职日期", code: "day-too-late", message: "离职日期不能晚于今天，请离职后再登记，或核对年份。" }
    : null;
}

function judge(line: WrittenEmployee, known: Employee | undefined, today: CivilDate): Reported {
  const implausible = implausibleDays(line, today);
  if (implausible) return { ok: false, ...implausible };
  if (line.leftOn !== null && line.leftOn < line.hiredOn)
    return {
      ok: false,
      column: "离职日期",
      code: "dates-out-of-order",
      message: "离职日期不能早于入职日期。",
    };
  if (!known || (known.leftOn !== null && line.hiredOn > known.leftOn))
    return { ok: true, what: "hired", factId: null };
  if (known.hiredOn !== line.hiredOn)
    return {
      ok: false,
      column: "入职日期",
      code: "employee-exists",
      message: `已登记为 ${known.hiredOn} 入职${known.leftOn === null ? "、在职" : `、${known.leftOn} 离职`}。登记错了请在名单里更正；重新入职的，先登记离职。`,
    };
  if (known.contractMonths !== line.contractMonths)
    return {
      ok: false,
      column: "劳动合同期",
      code: "contract-differs",
      message: `已登记的合同期是 ${known.contractMonths === null ? "没有填" : `${known.contractMonths} 个月`}，与这一行不同。续签或填错，请在名单里更正。`,
    };
  if (known.leftOn === line.leftOn) return { ok: true, what: "known", factId: known.factId };
  if (known.leftOn === null) return { ok: true, what: "left", factId: known.factId };
  return {
    ok: false,
    column: "离职日期",
    code: "already-left",
    message: `已登记为 ${known.leftOn} 离职。填错了请在名单里更正。`,
  };
}

/** People are notified when somebody uses their name. */
const tell = (context: Context, employer: Employer, facts: readonly NewFact[]): Promise<void> =>
  notifyAll(
    context,
    facts.map(({ personId, fact, replaces }) => ({
      personId,
      template: replaces ? "employment-ended" : "employment-reported",
      text: told(employer, fact, replaces !== undefined && replaces !== null),
    })),
  );

function told(employer: Employer, { value }: NewFact["fact"], ended: boolean): string {
  const { hiredOn, to } = value as { hiredOn: string; to: string | null };
  return ended
    ? `${employer.name}登记您已于 ${to} 离职。与事实不符的，请向人社部门反映。`
    : `${employer.name}登记您于 ${hiredOn} 入职。不是您本人的，请向人社部门反映。`;
}

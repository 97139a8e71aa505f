/** Rows of one person in a list: said twice, said differently, or several benefit periods that make one fact. */
import { createHash } from "node:crypto";
import type { Fact } from "../fact/fact-kinds.ts";
import { keyOf } from "../fact/same-fact.ts";
import { COLUMNS } from "./columns.ts";
import type { Finding, ListRow, Stated } from "./read-list.ts";

const MOST_PERIODS = 100;

type Benefit = Extract<Fact, { kind: "unemployment-benefit" }>;
/** Benefit periods of each person and day of counting, over all rows of the list. */
type Periods = Map<string, Benefit["value"]["periods"]>;

/** The part of a row that is kept once it was read: enough to recognise another one about the same. */
interface Seen {
  rowNumber: number;
  said: string;
}

const keyOfRow = ({ citizenId }: ListRow, stated: Stated): string =>
  "fact" in stated ? `${citizenId} ${keyOf(stated.fact)}` : citizenId;

const digestOf = (text: string): string => createHash("sha1").update(text).digest("base64");
const said = (name: string, stated: Stated): string => digestOf(`${name} ${JSON.stringify(stated)}`);

const benefitOf = (stated: Stated | null): Benefit | null =>
  stated !== null && "fact" in stated && stated.fact.kind === "unemployment-benefit" ? stated.fact : null;

/** The periods of each person, read ahead: a later row adds to a fact that an earlier one has begun. A row that repeats one adds nothing. */
export async function periodsOf(rows: AsyncIterable<ListRow>): Promise<Periods> {
  const periods: Periods = new Map();
  const known = new Set<string>();
  for await (const row of rows) {
    const benefit = benefitOf(row.stated);
    if (row.stated === null || benefit === null) continue;
    const key = keyOfRow(row, row.stated);
    const before = periods.get(key);
    const same = `${key} ${said(row.name, row.stated)}`;
    if (before === undefined) periods.set(key, [...benefit.value.periods]);
    else if (!known.has(same) && before.length < MOST_PERIODS) before.push(...benefit.value.periods);
    known.add(same);
  }
  return periods;
}

/**
 * Judges rows in their order, each beside those before it: the second row of a person is joined, if it adds a benefit period; fine, if it
 * repeats an earlier one; else a fault that names it. `periods` only for lists of benefits.
 */
export function joinerOf(periods: Periods | null): (row: ListRow) => ListRow {
  const seen = new Map<string, Seen>();
  const added = new Map<string, Set<string>>();
  return (row) => {
    if (row.stated === null) return row;
    const key = keyOfRow(row, row.stated);
    const mine = said(row.name, row.stated);
    const before = seen.get(key);
    const whole = periods?.get(key);
    const isNew = before === undefined;
    if (isNew) seen.set(key, { rowNumber: row.rowNumber, said: mine });
    const saidBefore = added.get(key) ?? new Set<string>();
    if (periods !== null) added.set(key, saidBefore);
    const benefit = benefitOf(row.stated);
    const stated: Stated =
      benefit === null || whole === undefined
        ? row.stated
        : { fact: { ...benefit, value: { ...benefit.value, periods: whole } } };
    if (isNew) {
      saidBefore.add(mine);
      return { ...row, stated };
    }
    if (before.said === mine || saidBefore.has(mine))
      return {
        ...row,
        stated,
        repeats: true,
        findings: [...row.findings, remark(`与第 ${before.rowNumber} 行相同，只登记一次。`, "repeated-row")],
      };
    if (whole !== undefined && saidBefore.size < MOST_PERIODS) {
      saidBefore.add(mine);
      return {
        ...row,
        stated,
        repeats: true,
        findings: [...row.findings, remark(`与第 ${before.rowNumber} 行合并成一条记录。`, "joined-row")],
      };
    }
    return {
      ...row,
      stated: null,
      findings: [
        ...row.findings,
        {
          column: COLUMNS.group.citizenId.header,
          value: row.who.split(" ").at(-1) ?? "",
          code: "person-twice",
          sentence: `与第 ${before.rowNumber} 行是同一个人，但内容不同，请只留正确的一行。`,
        },
      ],
    };
  };
}

const remark = (sentence: string, code: string): Finding => ({ column: "", value: "", code, sentence, warning: true });

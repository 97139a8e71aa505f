import { maskCitizenId, maskPersonName, type CivilDate } from "@jinengtong/standards";
import type { ReadColumns } from "../../adapters/spreadsheet/index.ts";
import { readSheetBytes } from "../../kernel/sheets.ts";
import type { Fact } from "../fact/fact-kinds.ts";
import { datesOf, Fact as FactShape } from "../fact/fact-kinds.ts";
import { keyOf } from "../fact/same-fact.ts";
import { factKindOf, type Subject } from "../keeper/subjects.ts";
import { COLUMNS } from "./columns.ts";

export const MAX_ROWS = 100_000;
/** Most findings listed for one file: one for each row that it may have. */
const MAX_FINDINGS = MAX_ROWS;

/** Fault or remark about a row. Holds no name and no whole number. */
export interface Finding {
  column: string;
  value: string;
  code: string;
  sentence: string;
  warning?: true;
}

/** Membership of a group as a list states it. */
export interface StatedGroup {
  from: CivilDate;
  to: CivilDate | null;
  note: string | null;
}

/** Content of a good row. */
export type Stated = { group: StatedGroup } | { fact: Fact };

export interface ListRow {
  rowNumber: number;
  /** Masked name and number, for the page. */
  who: string;
  name: string;
  citizenId: string;
  town: string | null;
  stated: Stated | null;
  /** An earlier row says it already. */
  repeats: boolean;
  findings: Finding[];
}

export interface ReadList {
  rows: ListRow[];
  total: number;
  unread: string[];
  notes: string[];
}

export const columnsOf = (subject: Subject): ReadColumns => COLUMNS[factKindOf(subject) ?? "group"];

interface Cells {
  name: string;
  citizenId: string;
  town: string | undefined;
  [column: string]: unknown;
}

/**
 * Reads an office's list: each row with its content or its faults. One person twice is a fault unless both rows say the same; several
 * benefit periods of one person make one fact. Throws a 422 for a file that is refused as a whole.
 */
export async function readList(content: Buffer, subject: Subject, today: CivilDate): Promise<ReadList> {
  const sheet = await readSheetBytes(content, columnsOf(subject), {
    maxRows: MAX_ROWS,
    maxErrors: MAX_FINDINGS,
  });
  const faulty = new Map<number, Finding[]>();
  for (const error of sheet.errors) {
    const { rowNumber, header, value, code, message } = error;
    const finding = { column: header, value: error.column === "name" ? "" : value, code, sentence: message };
    const known = faulty.get(rowNumber);
    if (known) known.push(finding);
    else faulty.set(rowNumber, [finding]);
  }
  const rows = sheet.rows.map(({ rowNumber, values }) => rowOf(rowNumber, values as Cells, subject, today));
  joinRowsOfOnePerson(rows);
  return {
    rows: [...rows, ...[...faulty].map(([rowNumber, findings]) => faultyRow(rowNumber, findings))].toSorted(
      (a, b) => a.rowNumber - b.rowNumber,
    ),
    total: sheet.rowCount,
    unread: [...sheet.ignoredHeaders],
    notes: [...sheet.notes],
  };
}

const faultyRow = (rowNumber: number, findings: Finding[]): ListRow => ({
  rowNumber,
  who: findings.find((finding) => finding.column === COLUMNS.group.citizenId.header)?.value ?? "",
  name: "",
  citizenId: "",
  town: null,
  stated: null,
  repeats: false,
  findings,
});

function rowOf(rowNumber: number, cells: Cells, subject: Subject, today: CivilDate): ListRow {
  const { name, citizenId, town, ...content } = cells;
  const row: ListRow = {
    rowNumber,
    who: `${maskPersonName(name)} ${maskCitizenId(citizenId)}`,
    name,
    citizenId,
    town: town ?? null,
    stated: null,
    repeats: false,
    findings: [],
  };
  const stated = statedOf(content, subject, today);
  return "stated" in stated ? { ...row, stated: stated.stated } : { ...row, findings: [stated] };
}

/** Days on which something happened or was counted: not in the future, and in living memory. */
const HAPPENED = ["from", "asOf", "obtainedOn", "grantedOn", "hiredOn"];
const EARLIEST = "1940-01-01";

function statedOf(content: Record<string, unknown>, subject: Subject, today: CivilDate): { stated: Stated } | Finding {
  const columns = columnsOf(subject);
  for (const column of HAPPENED) {
    const day = content[column];
    if (typeof day === "string" && (day > today || day < EARLIEST))
      return {
        column: columns[column]?.header ?? column,
        value: day,
        code: day > today ? "day-ahead" : "day-long-past",
        sentence: day > today ? `${day} 还没有到，请核对日期。` : `${day} 太早了，请核对日期。`,
      };
  }
  const kind = factKindOf(subject);
  const { from, to } = content as { from?: CivilDate; to?: CivilDate };
  if (from !== undefined && to !== undefined && to < from)
    return {
      column: columns.to?.header ?? "",
      value: to,
      code: "dates-out-of-order",
      sentence: "截止日期不能早于起始日期。",
    };
  if (kind === null)
    return {
      stated: {
        group: { from: from ?? today, to: to ?? null, note: (content.note as string | undefined) ?? null },
      },
    };
  const read = FactShape.safeParse({ kind, value: valueOf(kind, content) });
  const wrong = read.success ? datesOf(read.data) : (read.error.issues[0]?.message ?? "内容不完整");
  if (read.success && wrong === null) return { stated: { fact: read.data } };
  return { column: "", value: "", code: "value", sentence: wrong ?? "这一行的内容不完整，请对照模板填写。" };
}

function valueOf(kind: Fact["kind"], content: Record<string, unknown>): Record<string, unknown> {
  const { from, to, asOf, ...rest } = content;
  if (kind !== "unemployment-benefit")
    return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return { ...rest, asOf, periods: from === undefined ? [] : [{ from, to: to ?? asOf }] };
}

/** The second row of a person: joined, if it adds a benefit period; fine, if it repeats the first; else a fault that names it. */
function joinRowsOfOnePerson(rows: ListRow[]): void {
  const first = new Map<string, ListRow>();
  for (const row of rows) {
    if (row.stated === null) continue;
    const key = "fact" in row.stated ? `${row.citizenId} ${keyOf(row.stated.fact)}` : row.citizenId;
    const before = first.get(key);
    if (before === undefined || before.stated === null) {
      first.set(key, row);
    } else if (sameContent(before.stated, row.stated) && before.name === row.name) {
      row.repeats = true;
      row.findings.push(remark(`与第 ${before.rowNumber} 行相同，只登记一次。`, "repeated-row"));
    } else if (!mergePeriods(before, row)) {
      row.stated = null;
      row.findings.push({
        column: COLUMNS.group.citizenId.header,
        value: row.who.split(" ").at(-1) ?? "",
        code: "person-twice",
        sentence: `与第 ${before.rowNumber} 行是同一个人，但内容不同，请只留正确的一行。`,
      });
    }
  }
}

const remark = (sentence: string, code: string): Finding => ({ column: "", value: "", code, sentence, warning: true });
const sameContent = (one: Stated, other: Stated): boolean => JSON.stringify(one) === JSON.stringify(other);

function mergePeriods(before: ListRow, row: ListRow): boolean {
  const one = before.stated;
  const other = row.stated;
  if (one === null || other === null || !("fact" in one) || !("fact" in other)) return false;
  if (one.fact.kind !== "unemployment-benefit" || other.fact.kind !== "unemployment-benefit") return false;
  if (one.fact.value.asOf !== other.fact.value.asOf || one.fact.value.periods.length >= 100) return false;
  one.fact.value.periods.push(...other.fact.value.periods);
  row.stated = one;
  row.repeats = true;
  row.findings.push(remark(`与第 ${before.rowNumber} 行合并成一条记录。`, "joined-row"));
  return true;
}

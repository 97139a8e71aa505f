import { maskCitizenId, maskPersonName, type CivilDate } from "@jinengtong/standards";
import type { CellError, ReadColumns } from "../../adapters/spreadsheet/index.ts";
import { openSheetBytes } from "../../kernel/sheets.ts";
import type { Fact } from "../fact/fact-kinds.ts";
import { datesOf, Fact as FactShape } from "../fact/fact-kinds.ts";
import { implausibleDay } from "../fact/plausible-days.ts";
import { factKindOf, type Subject } from "../keeper/subjects.ts";
import { COLUMNS } from "./columns.ts";
import { joinerOf, periodsOf } from "./join-rows.ts";

export const MAX_ROWS = 100_000;

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

export interface OpenList {
  readonly unread: string[];
  /** The rows from the top, each time anew, so many at once. */
  chunks(size: number): AsyncGenerator<ListRow[]>;
  /** Once the rows were read to their end. */
  notes(): string[];
}

export const columnsOf = (subject: Subject): ReadColumns => COLUMNS[factKindOf(subject) ?? "group"];

interface Cells {
  name: string;
  citizenId: string;
  town: string | undefined;
  [column: string]: unknown;
}

/**
 * Opens an office's list. Its rows come in chunks, each with its content or its faults, so that a long list takes hardly more memory than
 * a short one. One person twice is a fault unless both rows say the same; several benefit periods of one person make one fact. Throws a
 * 422 for a file that is refused as a whole, at a row too many while it is read.
 */
export async function openList(content: Buffer, subject: Subject, today: CivilDate): Promise<OpenList> {
  const sheet = await openSheetBytes(content, columnsOf(subject), { maxRows: MAX_ROWS });
  async function* rows(): AsyncGenerator<ListRow> {
    for await (const { rowNumber, ...row } of sheet.rows())
      yield "values" in row
        ? rowOf(rowNumber, row.values as Cells, subject, today)
        : faultyRow(rowNumber, row.errors.map(findingOf));
  }
  return {
    unread: [...sheet.ignoredHeaders],
    async *chunks(size) {
      const joiner = joinerOf(factKindOf(subject) === "unemployment-benefit" ? await periodsOf(rows()) : null);
      let chunk: ListRow[] = [];
      for await (const row of rows()) {
        chunk.push(joiner(row));
        if (chunk.length < size) continue;
        yield chunk;
        chunk = [];
      }
      if (chunk.length > 0) yield chunk;
    },
    notes: () => [...sheet.notes()],
  };
}

const findingOf = ({ column, header, value, code, message }: CellError): Finding => ({
  column: header,
  value: column === "name" ? "" : value,
  code,
  sentence: message,
});

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

function statedOf(content: Record<string, unknown>, subject: Subject, today: CivilDate): { stated: Stated } | Finding {
  const columns = columnsOf(subject);
  const wrongDay = implausibleDay(content, today);
  if (wrongDay !== null) {
    const { field, day, code, sentence } = wrongDay;
    return { column: columns[field]?.header ?? field, value: day, code, sentence };
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

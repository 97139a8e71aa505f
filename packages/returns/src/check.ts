import type { Column, Relation, ReturnForm, Term } from "./form.ts";
import type { Values } from "./values.ts";

export interface ReturnFault {
  /** JSON pointer into the return: `/figures/used`, `/rows/3/idNumber`, `/relations/0`. */
  readonly pointer: string;
  readonly level: "error" | "warning";
  readonly message: string;
}

export interface CheckedReturn {
  /** Figures typed and reckoned, by code: whole numbers; of fen for yuan, hundredths for decimals and shares. */
  readonly figures: ReadonlyMap<string, number>;
  readonly faults: readonly ReturnFault[];
}

/** Figures of the rows by the name of their term: `rows`, `sum:paidFen`, `distinct:idNumber`. For rows that are summed where they are kept. */
export type RowSums = Readonly<Record<string, number>>;

/**
 * Checks a return against its form: what is missing, the same row twice, the relations of the columns with both sides and the difference.
 * Figures that can't be reckoned because one is missing are left out, never taken for 0. Rows are given, or their sums alone.
 */
export function checkReturn(form: ReturnForm, typed: Values, rows: readonly Values[] | RowSums): CheckedReturn {
  const faults: ReturnFault[] = [];
  const figures = new Map<string, number>();
  for (const column of form.figures) {
    const value = typed[column.code];
    if (typeof value === "number") figures.set(column.code, value);
    if (value === undefined && !column.optional)
      faults.push({ pointer: `/figures/${column.code}`, level: "error", message: `请填写“${column.title}”。` });
  }
  if (isRows(rows)) faults.push(...rowFaults(form, rows));
  const sums = isRows(rows) ? sumRows(form, rows) : rows;
  const sum = (terms: readonly Term[]) => sumOf(terms, figures, sums);
  reckon(form, figures, sum);
  const titles = titlesOf(form);
  const money = new Set(
    form.figures.filter(({ kind }) => kind === "yuan" || kind === "decimal").map(({ code }) => code),
  );
  for (const { code, formula } of form.derived ?? []) if (formula.kind !== "share") money.add(code);
  for (const [index, relation] of form.relations.entries()) {
    const message = broken(relation, sum, titles, money);
    if (message !== undefined) faults.push({ pointer: `/relations/${index}`, level: relation.level, message });
  }
  return { figures, faults };
}

const isRows = (rows: readonly Values[] | RowSums): rows is readonly Values[] => Array.isArray(rows);

const titlesOf = (form: ReturnForm): ReadonlyMap<string, string> =>
  new Map(
    [...form.figures, ...(form.derived ?? []), ...(form.rows?.columns ?? [])].map(({ code, title }) => [code, title]),
  );

function reckon(form: ReturnForm, figures: Map<string, number>, sum: Sum): void {
  for (const { code, formula } of form.derived ?? []) {
    const value = derive(formula, sum, figures);
    if (value !== undefined) figures.set(code, value);
  }
}

/** Terms of a form that are figures of its rows. */
export function rowTerms(form: ReturnForm): string[] {
  const terms = [
    ...(form.derived ?? []).flatMap(({ formula }): readonly Term[] =>
      formula.kind === "least"
        ? formula.of.flat()
        : formula.kind === "share"
          ? [...formula.part, ...formula.whole]
          : formula.of,
    ),
    ...form.relations.flatMap((relation) =>
      relation.kind === "share" ? [...relation.part, ...relation.whole] : [...relation.left, ...relation.right],
    ),
  ].flatMap((term) => (typeof term === "string" ? [term.replace(/^-/u, "")] : []));
  return [...new Set(terms.filter((term) => term === "rows" || term.includes(":")))];
}

/** Sums of rows under the names of the form's terms. */
export function sumRows(form: ReturnForm, rows: readonly Values[]): RowSums {
  return Object.fromEntries(rowTerms(form).map((term) => [term, partOf(term, rows)]));
}

/**
 * Figures of several returns added up: what was typed and reckoned is summed, shares are reckoned anew from the sums, and a figure is left out
 * where no return has it.
 */
export function addUp(
  form: ReturnForm,
  returns: readonly Readonly<Record<string, number | undefined>>[],
): Map<string, number> {
  const shares = (form.derived ?? []).filter(({ formula }) => formula.kind === "share");
  const numbers = form.figures.filter(
    ({ kind, code }) => kind === "count" || kind === "yuan" || (kind === "decimal" && !isPercent(form, code)),
  );
  const codes = [...numbers, ...(form.derived ?? []).filter(({ formula }) => formula.kind !== "share")].map(
    ({ code }) => code,
  );
  const totals = new Map<string, number>();
  for (const figures of returns)
    for (const code of codes) {
      const value = figures[code];
      if (value !== undefined) totals.set(code, (totals.get(code) ?? 0) + value);
    }
  reckon({ ...form, derived: shares }, totals, (terms) => sumOf(terms, totals, {}));
  return totals;
}

const isPercent = (form: ReturnForm, code: string): boolean =>
  (form.derived ?? []).some(({ formula }) => formula.kind === "rate" && formula.percentFrom === code);

function* rowFaults(form: ReturnForm, rows: readonly Values[]): Iterable<ReturnFault> {
  const { columns = [], key = [] } = form.rows ?? {};
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    for (const { code, title, optional } of columns)
      if (row[code] === undefined && !optional)
        yield {
          pointer: `/rows/${index}/${code}`,
          level: "error",
          message: `第 ${index + 1} 行没有“${title}”，请填写。`,
        };
    const own = JSON.stringify(key.map((code) => row[code] ?? null));
    const before = seen.get(own);
    if (before !== undefined)
      yield {
        pointer: `/rows/${index}`,
        level: "error",
        message: `第 ${index + 1} 行与第 ${before + 1} 行相同，请删去一行。`,
      };
    else seen.set(own, index);
  }
}

type Sum = (terms: readonly Term[]) => number | undefined;

function sumOf(terms: readonly Term[], figures: ReadonlyMap<string, number>, rows: RowSums): number | undefined {
  let total = 0;
  for (const term of terms) {
    if (typeof term === "number") {
      total += term;
      continue;
    }
    const name = term.replace(/^-/u, "");
    const part = name === "rows" || name.includes(":") ? rows[name] : figures.get(name);
    if (part === undefined) return undefined;
    total += term.startsWith("-") ? -part : part;
  }
  return total;
}

function partOf(name: string, rows: readonly Values[]): number {
  if (name === "rows") return rows.length;
  const [how, column = ""] = name.split(":");
  const values = rows.map((row) => row[column]).filter((value) => value !== undefined);
  if (how === "distinct") return new Set(values).size;
  return values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
}

type Formula = NonNullable<ReturnForm["derived"]>[number]["formula"];

function derive(formula: Formula, sum: Sum, figures: ReadonlyMap<string, number>): number | undefined {
  switch (formula.kind) {
    case "sum": {
      const total = sum(formula.of);
      return total === undefined ? undefined : formula.notBelowZero ? Math.max(0, total) : total;
    }
    case "rate": {
      const base = sum(formula.of);
      const typed = formula.percentFrom === undefined ? undefined : figures.get(formula.percentFrom);
      const hundredths = typed ?? Math.round(formula.percent * 100);
      return base === undefined ? undefined : hundredth(BigInt(base) * BigInt(hundredths), 10_000n);
    }
    case "least": {
      const sums = formula.of.map(sum);
      const known = sums.filter((value) => value !== undefined);
      return known.length < sums.length ? undefined : Math.min(...known);
    }
    case "share":
      return share(sum(formula.part), sum(formula.whole));
  }
}

/** Share in hundredths of a percent, half up; undefined without a whole. */
function share(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole <= 0) return undefined;
  return hundredth(BigInt(part) * 10_000n, BigInt(whole));
}

const hundredth = (dividend: bigint, divisor: bigint): number => Number((dividend * 2n + divisor) / (divisor * 2n));

function broken(
  relation: Relation,
  sum: Sum,
  titles: ReadonlyMap<string, string>,
  money: ReadonlySet<string>,
): string | undefined {
  const name = (terms: readonly Term[]) => nameOf(terms, titles);
  if (relation.kind === "share") {
    const [part, whole] = [sum(relation.part), sum(relation.whole)];
    const reached = share(part, whole);
    // Compared exactly: 59.996 % shows as 60.00 and is below 60.
    if (reached === undefined || part === undefined || whole === undefined) return undefined;
    if (part * 100 >= relation.least * whole) return undefined;
    const found = `“${name(relation.part)}”占“${name(relation.whole)}”的 ${(reached / 100).toFixed(2)}%，应不低于 ${relation.least}%。`;
    return relation.says ? `${found}${relation.says}` : found;
  }
  const [left, right] = [sum(relation.left), sum(relation.right)];
  if (left === undefined || right === undefined) return undefined;
  const difference = left - right;
  const holds = { equal: difference === 0, "at-least": difference >= 0, "at-most": difference <= 0 }[relation.kind];
  if (holds) return undefined;
  const inMoney = [...relation.left, ...relation.right].some(
    (term) => typeof term === "string" && money.has(term.replace(/^-/u, "")),
  );
  const show = (value: number) => (inMoney ? (value / 100).toFixed(2) : String(value));
  const should = { equal: "应等于", "at-least": "应不小于", "at-most": "应不大于" }[relation.kind];
  const found = `“${name(relation.left)}”为 ${show(left)}，${should}“${name(relation.right)}”的 ${show(right)}，${difference > 0 ? "多" : "少"} ${show(Math.abs(difference))}。`;
  return relation.says ? `${found}${relation.says}` : found;
}

function nameOf(terms: readonly Term[], titles: ReadonlyMap<string, string>): string {
  return terms
    .map((term, index) => {
      if (typeof term === "number") return `${index > 0 ? " + " : ""}${term}`;
      const plain = term.replace(/^-/u, "");
      const [, how, column = plain] = /^(sum|distinct):(.+)$/u.exec(plain) ?? [];
      const title = plain === "rows" ? "明细行数" : (titles.get(column) ?? column);
      const named = how === "sum" ? `明细的${title}合计` : how === "distinct" ? `明细的${title}个数` : title;
      return `${index > 0 ? (term.startsWith("-") ? " − " : " + ") : ""}${named}`;
    })
    .join("");
}

/** Headings under which a column is read from a sheet: its title first, then others and its exchange code. */
export const headingsOf = (column: Column): readonly string[] => [column.title, ...(column.headings ?? [])];

/** Whether a figure, typed or reckoned, is a number of things, an amount in fen, or hundredths (of a percent, for shares); undefined for words. */
export function figureKind(form: ReturnForm, code: string): "count" | "yuan" | "decimal" | undefined {
  const column = form.figures.find((one) => one.code === code);
  if (column)
    return column.kind === "count" || column.kind === "yuan" || column.kind === "decimal" ? column.kind : undefined;
  const formula = form.derived?.find((one) => one.code === code)?.formula;
  if (!formula) return undefined;
  if (formula.kind === "share") return "decimal";
  const terms: readonly Term[] = formula.kind === "least" ? formula.of.flat() : formula.of;
  const [first] = terms.flatMap((term) => (typeof term === "string" ? [term.replace(/^-/u, "")] : []));
  if (first === undefined || first === "rows" || first.startsWith("distinct:")) return "count";
  const row = form.rows?.columns.find((one) => first === `sum:${one.code}`);
  return row ? (row.kind === "yuan" ? "yuan" : "count") : figureKind(form, first);
}

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

/**
 * Checks a return against its form: what is missing, the same row twice, the relations of the columns with both sides and the difference.
 * Figures that can't be reckoned because one is missing are left out, never taken for 0.
 */
export function checkReturn(form: ReturnForm, typed: Values, rows: readonly Values[]): CheckedReturn {
  const faults: ReturnFault[] = [];
  const figures = new Map<string, number>();
  for (const column of form.figures) {
    const value = typed[column.code];
    if (typeof value === "number") figures.set(column.code, value);
    if (value === undefined && !column.optional)
      faults.push({ pointer: `/figures/${column.code}`, level: "error", message: `请填写“${column.title}”。` });
  }
  faults.push(...rowFaults(form, rows));
  const sum = (terms: readonly Term[]) => sumOf(terms, figures, rows);
  for (const { code, formula } of form.derived ?? []) {
    const value = derive(formula, sum);
    if (value !== undefined) figures.set(code, value);
  }
  const titles = new Map([
    ...form.figures.map(({ code, title }) => [code, title] as const),
    ...(form.derived ?? []).map(({ code, title }) => [code, title] as const),
    ...(form.rows?.columns ?? []).map(({ code, title }) => [code, title] as const),
  ]);
  const money = new Set(form.figures.filter(({ kind }) => kind !== "count").map(({ code }) => code));
  for (const [index, relation] of form.relations.entries()) {
    const message = broken(relation, sum, titles, money);
    if (message !== undefined) faults.push({ pointer: `/relations/${index}`, level: relation.level, message });
  }
  return { figures, faults };
}

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

function sumOf(
  terms: readonly Term[],
  figures: ReadonlyMap<string, number>,
  rows: readonly Values[],
): number | undefined {
  let total = 0;
  for (const term of terms) {
    if (typeof term === "number") {
      total += term;
      continue;
    }
    const sign = term.startsWith("-") ? -1 : 1;
    const part = partOf(term.replace(/^-/u, ""), figures, rows);
    if (part === undefined) return undefined;
    total += sign * part;
  }
  return total;
}

function partOf(name: string, figures: ReadonlyMap<string, number>, rows: readonly Values[]): number | undefined {
  if (name === "rows") return rows.length;
  const [, how, column = ""] = /^(sum|distinct):(.+)$/u.exec(name) ?? [];
  if (how === undefined) return figures.get(name);
  const values = rows.map((row) => row[column]).filter((value) => value !== undefined);
  if (how === "distinct") return new Set(values).size;
  return values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
}

type Formula = NonNullable<ReturnForm["derived"]>[number]["formula"];

function derive(formula: Formula, sum: Sum): number | undefined {
  switch (formula.kind) {
    case "sum": {
      const total = sum(formula.of);
      return total === undefined ? undefined : formula.notBelowZero ? Math.max(0, total) : total;
    }
    case "rate": {
      const base = sum(formula.of);
      return base === undefined
        ? undefined
        : hundredth(BigInt(base) * BigInt(Math.round(formula.percent * 100)), 10_000n);
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

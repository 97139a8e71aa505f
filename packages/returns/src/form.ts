import { z } from "zod";

const Code = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/u, "须以小写字母开头，只有字母和数字");
const Text = (most: number) => z.string().trim().min(1).max(most);

/**
 * Shapes of a value: `count` whole numbers, `yuan` typed in yuan and kept in fen, `decimal` up to two places, `code` from a list, `invoice` the
 * number of an invoice, which may stand in one return of the county only.
 */
const Column = z.strictObject({
  code: Code,
  title: Text(60),
  /** Other headings under which offices send the column, and its code in exchange formats (AAC003). */
  headings: z.array(Text(60)).optional(),
  kind: z.enum(["text", "count", "yuan", "decimal", "day", "citizen-id", "phone", "code", "invoice"]),
  list: z.array(z.strictObject({ code: z.string().min(1).max(20), title: Text(40) })).optional(),
  optional: z.literal(true).optional(),
  hint: Text(120).optional(),
  /** Figure of the period before with which this one begins, such as what was carried on. */
  before: Code.optional(),
});
export type Column = z.output<typeof Column>;

/**
 * Part of a sum: a column's code (with `-` before it, subtracted), a whole number, or a figure of the rows: `rows` their number, `sum:hours`
 * their sum, `distinct:idNumber` the number of different values.
 */
const Term = z.union([z.number().int(), z.string().regex(/^-?(?:rows|(?:sum|distinct):[a-z]\w*|[a-z]\w*)$/u)]);
export type Term = z.output<typeof Term>;
const Sum = z.array(Term).min(1);

const Level = z.enum(["error", "warning"]);

/** Relation that must hold between figures, checked before a return is sent: `(1) = (2) + … + (7)`, `(6) ≥ (7)`, a least share. */
const Relation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["equal", "at-least", "at-most"]),
    left: Sum,
    right: Sum,
    level: Level,
    says: Text(120).optional(),
  }),
  z.strictObject({
    kind: z.literal("share"),
    part: Sum,
    whole: Sum,
    /** Least share in percent. */
    least: z.number().positive().max(100),
    level: Level,
    /** Name of the list of reporters who miss it: 一线职工占比不足 60%. */
    title: Text(40).optional(),
    says: Text(120).optional(),
    source: Text(200),
  }),
]);
export type Relation = z.output<typeof Relation>;

/** A figure the form reckons by itself. `rate` in percent of a sum; `least` the least of sums; `share` in percent, two decimals. */
const Derived = z.strictObject({
  code: Code,
  title: Text(60),
  formula: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("sum"), of: Sum, notBelowZero: z.literal(true).optional() }),
    z.strictObject({
      kind: z.literal("rate"),
      of: Sum,
      percent: z.number().positive().max(1000),
      /** A decimal figure that takes the percent's place where the reporter types it. */
      percentFrom: Code.optional(),
      source: Text(200),
    }),
    z.strictObject({ kind: z.literal("least"), of: z.array(Sum).min(2) }),
    z.strictObject({ kind: z.literal("share"), part: Sum, whole: Sum }),
  ]),
});
export type Derived = z.output<typeof Derived>;

/**
 * A form that offices or organisations return each period, as data: who, for which period, due when, figures typed once, rows by name, relations.
 * State statistics forms carry the same parts (number, maker, unit, relations of columns).
 */
export const ReturnForm = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  title: Text(60),
  source: Text(300),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  reporter: z.enum(["office", "enterprise", "school"]),
  period: z.enum(["month", "quarter", "year"]),
  /** Day after the end of the period by which it is due: so many months later, on that day (the month's last day at most). */
  due: z.strictObject({
    months: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    source: Text(200),
  }),
  /** The head of the reporter's office agrees before the bureau sees it. */
  headFirst: z.literal(true).optional(),
  /** Figures typed from a list by which the bureau's summary can be cut, beside the town. */
  cuts: z.array(Code).optional(),
  figures: z.array(Column),
  derived: z.array(Derived).optional(),
  rows: z
    .strictObject({
      title: Text(40),
      columns: z.array(Column).min(1),
      key: z.array(Code).min(1),
      /**
       * Rows are trainings by name (columns `name`, `occupation`, `startedOn`, `paidFen`): of one person and occupation they are one where they
       * begin within so many days, whoever returned them.
       */
      sameTraining: z.strictObject({ days: z.number().int().min(0).max(366), source: Text(200) }).optional(),
    })
    .optional(),
  relations: z.array(Relation),
});
export type ReturnForm = z.output<typeof ReturnForm>;

/** Faults that the shape doesn't show (unknown columns, codes used twice), as JSON pointer and sentence. */
export function formFaults(form: ReturnForm): { pointer: string; message: string }[] {
  const faults: { pointer: string; message: string }[] = [];
  const known = new Set<string>();
  const columnsOf = (columns: readonly Column[], pointer: string, names: Set<string>) => {
    for (const [index, column] of columns.entries()) {
      if (names.has(column.code))
        faults.push({ pointer: `${pointer}/${index}/code`, message: `栏目编号 ${column.code} 用了两次。` });
      names.add(column.code);
      if ((column.kind === "code") !== (column.list !== undefined))
        faults.push({
          pointer: `${pointer}/${index}/list`,
          message: `“${column.title}”取自代码表时须有代码表，其他类型不能有。`,
        });
    }
  };
  columnsOf(form.figures, "/figures", known);
  for (const cut of form.cuts ?? [])
    if (form.figures.find(({ code }) => code === cut)?.kind !== "code")
      faults.push({ pointer: "/cuts", message: `${cut} 不是取自代码表的指标，不能按它汇总。` });
  const rows = new Set<string>();
  columnsOf(form.rows?.columns ?? [], "/rows/columns", rows);
  for (const key of form.rows?.key ?? [])
    if (!rows.has(key)) faults.push({ pointer: "/rows/key", message: `明细没有栏目 ${key}。` });
  if (form.rows?.sameTraining)
    for (const code of ["name", "occupation", "startedOn", "paidFen"])
      if (!rows.has(code)) faults.push({ pointer: "/rows/sameTraining", message: `合并统计要有栏目 ${code}。` });
  const check = (sum: readonly Term[], pointer: string) => {
    for (const term of sum) {
      if (typeof term === "number") continue;
      const name = term.replace(/^-/u, "");
      const column = /^(?:sum|distinct):(.+)$/u.exec(name)?.[1];
      const found = column ? rows.has(column) : name === "rows" ? form.rows !== undefined : known.has(name);
      if (!found) faults.push({ pointer, message: `没有 ${name} 这一栏。` });
    }
  };
  for (const [index, { code, formula }] of (form.derived ?? []).entries()) {
    const at = `/derived/${index}`;
    if (formula.kind === "least") for (const sum of formula.of) check(sum, at);
    else if (formula.kind === "share") for (const sum of [formula.part, formula.whole]) check(sum, at);
    else check(formula.of, at);
    if (formula.kind === "rate" && formula.percentFrom !== undefined) check([formula.percentFrom], at);
    if (known.has(code)) faults.push({ pointer: `${at}/code`, message: `栏目编号 ${code} 用了两次。` });
    // A later figure may build upon an earlier one.
    known.add(code);
  }
  for (const [index, { before }] of form.figures.entries())
    if (before !== undefined) check([before], `/figures/${index}/before`);
  for (const kind of ["citizen-id", "phone", "invoice"] as const)
    if ((form.rows?.columns ?? []).filter((column) => column.kind === kind).length > 1)
      faults.push({ pointer: "/rows/columns", message: "明细中身份证号、手机号、发票号码各只能有一栏。" });
  for (const [index, relation] of form.relations.entries()) {
    const sums = relation.kind === "share" ? [relation.part, relation.whole] : [relation.left, relation.right];
    for (const sum of sums) check(sum, `/relations/${index}`);
  }
  return faults;
}

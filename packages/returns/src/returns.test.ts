import { readFileSync, readdirSync } from "node:fs";
import { civilDate } from "@jinengtong/standards";
import { describe, expect, it } from "vitest";
import {
  checkReturn,
  daysOf,
  dueDay,
  endedPeriods,
  fromPartner,
  formFaults,
  parseValue,
  partnerFaults,
  PartnerMapping,
  periodTitle,
  ReturnForm,
  showValue,
  toPartner,
} from "./index.ts";

const FORMS = new URL("../../../forms/", import.meta.url);
const form = (name: string): ReturnForm => ReturnForm.parse(JSON.parse(readFileSync(new URL(name, FORMS), "utf8")));
const shipped = readdirSync(FORMS).filter((name) => name.endsWith(".json"));
const fund = form("education-fund.json");
const monthly = form("training-monthly.json");

it.each(shipped)("%s has no fault", (name) => expect(formFaults(form(name))).toEqual([]));

/** A year's declaration: every purpose 0 but on-post training. */
function declared(yuan: Record<string, number>) {
  const zero = Object.fromEntries(
    fund.figures.filter(({ kind, optional }) => kind === "yuan" && !optional).map(({ code }) => [code, 0]),
  );
  const typed = Object.fromEntries(Object.entries(yuan).map(([code, amount]) => [code, Math.round(amount * 100)]));
  return checkReturn(fund, { size: "small", employees: 80, ...zero, usedOnPost: typed.used ?? 0, ...typed }, []);
}

describe("education funds (E8)", () => {
  it.each([
    {
      name: "60 % for the front line is missed: a warning",
      yuan: { wages: 10_000_000, used: 180_000, frontLine: 100_000 },
      figures: { accrued: 15_000_000, frontLineShare: 5556 },
      says: ["占“本年使用的职工教育经费”的 55.56%，应不低于 60%"],
    },
    {
      name: "deductible up to 8 % of wages, the rest carried on",
      yuan: { wages: 10_000_000, used: 900_000, frontLine: 900_000 },
      figures: { deductible: 80_000_000, carriedOn: 10_000_000 },
      says: [],
    },
    {
      name: "a real statement: the accrual is overdrawn",
      yuan: { wages: 42_621_306.67, used: 663_930.34, frontLine: 663_930.34 },
      figures: { accrued: 63_931_960, overdraft: 2_461_074, frontLineShare: 10_000 },
      says: [],
    },
    {
      name: "the refund is used for training by less than half",
      yuan: { refund: 60_000, refundTraining: 25_000, refundLiving: 35_000, refundInsurance: 0, refundOther: 0 },
      figures: { refundShare: 4167 },
      says: ["41.67%"],
    },
    {
      name: "purposes that don't add up",
      yuan: { wages: 1_000_000, used: 20_000, usedOnPost: 15_000, frontLine: 20_000 },
      figures: {},
      says: ["少 5000.00。|多 5000.00。"],
    },
  ])("$name", ({ yuan, figures, says }) => {
    const checked = declared(yuan);
    expect(Object.fromEntries([...checked.figures].filter(([code]) => code in figures))).toEqual(figures);
    expect(checked.faults).toHaveLength(says.length);
    for (const [index, sentence] of says.entries())
      expect(checked.faults[index]?.message).toMatch(new RegExp(sentence, "u"));
  });

  it("is due on 31 March, and a figure that is absent is asked for, not taken for 0", () => {
    expect(dueDay(fund, "2025")).toBe("2026-03-31");
    const checked = checkReturn(fund, { used: 100 }, []);
    expect(checked.faults.map(({ pointer }) => pointer)).toContain("/figures/wages");
    expect(checked.figures.has("accrued")).toBe(false);
  });
});

/** A row by name of the monthly return. */
const row = (idNumber: string, more: Record<string, string | number> = {}) => ({
  name: "王小丽",
  idNumber,
  kind: "enterprise",
  institution: "示例职校",
  occupation: "焊工",
  level: "5",
  startedOn: "2026-03-02",
  endedOn: "2026-03-20",
  hours: 80,
  paidFen: 100_000,
  ...more,
});
const figures = { startup: 0, safety: 0, apprentices: 0, workForTraining: 0, certified: 0 };

describe("monthly return (G1)", () => {
  it("names what a relation of columns misses", () => {
    const typed = { ...figures, personTimes: 120, persons: 0, enterprise: 70, keyGroups: 45, paid: 0 };
    const faults = checkReturn({ ...monthly, relations: monthly.relations.slice(2, 3) }, typed, []).faults;
    expect(faults.map(({ message }) => message)).toEqual([
      "“培训人次”为 120，应等于“企业职工 + 就业重点群体 + 创业培训 + 安全技能 + 新型学徒制 + 以工代训”的 115，多 5。",
    ]);
  });

  it("shows typed figure and rows side by side", () => {
    const typed = { ...figures, personTimes: 3, persons: 1, enterprise: 3, keyGroups: 0, paid: 2000_00 };
    const rows = [row("a"), row("a", { startedOn: "2026-03-21" })];
    expect(checkReturn(monthly, typed, rows).faults.map(({ message }) => message)).toEqual([
      "“培训人次”为 3，应等于“明细行数”的 2，多 1。请核对名单。",
    ]);
  });

  it("finds the same row twice, and what a row lacks", () => {
    const { name: _, ...nameless } = row("b");
    const faults = checkReturn(
      { ...monthly, relations: [] },
      { ...figures, personTimes: 3, persons: 2, enterprise: 3, keyGroups: 0, paid: 0 },
      [row("a"), row("a"), nameless],
    ).faults;
    expect(faults.map(({ pointer }) => pointer)).toEqual(["/rows/1", "/rows/2/name"]);
  });
});

describe("periods", () => {
  it.each([
    ["month", "2026-02", "2026-02-01", "2026-02-28", "2026年2月"],
    ["quarter", "2026-Q4", "2026-10-01", "2026-12-31", "2026年第4季度"],
    ["year", "2026", "2026-01-01", "2026-12-31", "2026年"],
  ] as const)("%s %s", (kind, period, first, last, title) => {
    expect(daysOf(kind, period)).toEqual({ first, last });
    expect(periodTitle(period)).toBe(title);
  });
  it.each(["2026-13", "2026-Q5", "26", "2026-1", ""])("%j is none", (period) => {
    for (const kind of ["month", "quarter", "year"] as const) expect(daysOf(kind, period)).toBeUndefined();
  });
  it("lists those that have ended, from the form's first", () => {
    expect(endedPeriods({ period: "month", from: "2025-12-01" }, civilDate("2026-03-15"), 12)).toEqual([
      "2026-02",
      "2026-01",
      "2025-12",
    ]);
  });
  it("is due on the month's last day where the day doesn't exist", () => {
    expect(dueDay({ period: "month", due: { months: 1, day: 31, source: "…" } }, "2026-01")).toBe("2026-02-28");
  });
});

it.each([
  ["count", "1,200", 1200],
  ["count", "１２", 12],
  ["count", "1.5", undefined],
  ["count", "-1", undefined],
  ["yuan", "¥1,200.5", 120_050],
  ["yuan", "-3", undefined],
  ["day", "2026年3月2日", "2026-03-02"],
  ["day", "2026-02-30", undefined],
] as const)("a %s written %j", (kind, text, value) => {
  const parsed = parseValue({ code: "a", title: "栏", kind }, text, civilDate("2026-04-01"));
  expect(parsed.ok ? parsed.value : undefined).toBe(value);
  if (!parsed.ok) expect(parsed.message).toMatch(/。$/u);
});

describe("mapping tables of partners", () => {
  const partners = readdirSync(new URL("partners/", FORMS)).map((name) =>
    PartnerMapping.parse(JSON.parse(readFileSync(new URL(`partners/${name}`, FORMS), "utf8"))),
  );
  it.each(partners)("$code has no fault, and gives back what it took", (partner) => {
    expect(partnerFaults(partner, monthly)).toEqual([]);
    for (const column of monthly.rows?.columns ?? [])
      for (const value of column.list?.map(({ code }) => code) ?? (column.kind === "yuan" ? [120_050] : [])) {
        const parsed = parseValue(
          column,
          fromPartner(partner, column, toPartner(partner, column, value)),
          civilDate("2026-04-01"),
        );
        expect(parsed.ok ? parsed.value : parsed.message).toBe(value);
      }
  });
  it("says which column a table names that the form lacks", () => {
    const partner = { ...(partners[0] as PartnerMapping), columns: [{ code: "nothing", heading: "x1" }] };
    expect(partnerFaults(partner, monthly)[0]?.message).toContain("nothing");
  });
});

it("accrues at the rate that the enterprise types, within what its rules allow", () => {
  expect(declared({ wages: 10_000_000, used: 0, frontLine: 0, accrualRate: 2.5 }).figures.get("accrued")).toBe(
    25_000_000,
  );
});

it("carries on what could not be deducted, and deducts it a year later", () => {
  const later = declared({ wages: 10_000_000, used: 750_000, frontLine: 750_000, deductionIn: 100_000 });
  expect([later.figures.get("deductible"), later.figures.get("carriedOn")]).toEqual([80_000_000, 5_000_000]);
});

it("shows a value as it would be typed", () => {
  expect(showValue({ code: "a", title: "栏", kind: "yuan" }, 120_050)).toBe("1200.50");
  expect(showValue({ code: "a", title: "栏", kind: "count" }, 12)).toBe("12");
});

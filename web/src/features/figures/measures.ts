import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Table = Output<Api["statistics"]["ask"]>;
export type Measure = Table["measure"];
export type Cut = Table["by"];

export const cuts: Record<Exclude<Cut, "none">, string> = {
  month: "月",
  quarter: "季度",
  year: "年",
  town: "镇（街道）",
  group: "人群",
  occupation: "职业（工种）",
  level: "等级",
  institution: "机构",
  benefit: "补贴项目",
  department: "主管部门",
  project: "培训计划",
  policy: "政策",
  source: "资金来源",
};

export type Dimension = Exclude<Cut, "none" | "month" | "quarter" | "year">;

export const dimensions = (Object.keys(cuts) as Exclude<Cut, "none">[]).filter(
  (cut): cut is Dimension => !["month", "quarter", "year"].includes(cut),
);

export const isPeriod = (cut: Cut): boolean => cut === "month" || cut === "quarter" || cut === "year";

/** Measures of claims have a source of money; trainings have none. */
export const hasSource = (measure: Measure): boolean =>
  ["claims", "approved", "paid", "beneficiaries"].includes(measure);

/** The first and last day of a period's code: `2026`, `2026Q1`, `2026-03`. */
export function daysOf(code: string): { from: string; to: string } {
  const year = code.slice(0, 4);
  if (code.includes("Q")) {
    const last = Number(code.slice(-1)) * 3;
    return { from: `${year}-${pad(last - 2)}-01`, to: endOf(year, last) };
  }
  if (code.length === 4) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: `${code}-01`, to: endOf(year, Number(code.slice(5))) };
}

const pad = (month: number): string => String(month).padStart(2, "0");
const endOf = (year: string, month: number): string =>
  new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);

import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatNumber, formatShort } from "../../kit/format.ts";

export type Progress = Output<Api["targets"]["progress"]>["rows"][number];
export type TargetMeasure = Progress["measure"];

export const measureLabels: Record<TargetMeasure, { label: string; unit: string; hint: string }> = {
  "person-times": { label: "补贴性培训人次", unit: "人次", hint: "按开班日期计" },
  "skilled-share": { label: "技能劳动者占就业人员比重", unit: "%", hint: "由登记的基础数据算出" },
  "high-skilled-share": { label: "高技能人才占技能劳动者比重", unit: "%", hint: "由登记的基础数据算出" },
  apprentices: { label: "新型学徒培养人数", unit: "人", hint: "企业新型学徒制班的学员，一人只计一次" },
  "fund-fen": { label: "资金使用", unit: "元", hint: "按银行到账日期计，已扣除追回" },
};

/** Formats a target's value in its unit: fen as yuan, shares as percent. */
export const inUnit = (value: number, scale: number): number => Math.round((value / scale) * 100) / 100;

/** Parses a typed number to the server's value; null if invalid. */
export function typedValue(measure: TargetMeasure, text: string): number | null {
  const value = Number(text.replaceAll(",", "").trim());
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0) return null;
  if (measure.endsWith("share")) return value > 100 ? null : Math.round(value * 100) / 10_000;
  return measure === "fund-fen" ? Math.round(value * 100) : Math.round(value);
}

/** Why what was typed can't be a target; undefined where it can. */
export const targetFault = (measure: TargetMeasure, text: string): string | undefined =>
  typedValue(measure, text) === null ? "请填大于零的数，比重不超过 100" : undefined;

export const exact = (value: number, row: Pick<Progress, "scale" | "unit">): string =>
  `${formatNumber(inUnit(value, row.scale))} ${row.unit}`;
export const short = (value: number, row: Pick<Progress, "scale">): string => formatShort(inUnit(value, row.scale));

/** 整个政策期 or 2020 年; the county, a town, or a department. */
export const scopeOf = (row: Progress): string =>
  `${row.year === null ? "整个政策期" : `${row.year} 年`} · ${row.department ?? row.regionLabel}`;

import { groups } from "@jinengtong/standards";
import { formatPeriod } from "../../../kit/format.ts";

type Value = Record<string, unknown>;
type Reader = (value: Value) => (string | null)[];

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const months = (label: string, value: unknown) => (typeof value === "number" ? `${label} ${value} 个月` : null);
const yesNo = (value: unknown, yes: string, no: string) => (value === true ? yes : value === false ? no : null);
const since = (value: Value) => (typeof value["from"] === "string" ? formatPeriod(value["from"], to(value)) : null);
const to = (value: Value) => (typeof value["to"] === "string" ? value["to"] : null);

const degrees: Readonly<Record<string, string>> = {
  secondary: "中专、高中",
  college: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};
const relations: Readonly<Record<string, string>> = { spouse: "配偶", parent: "父母", child: "子女" };

const readers: Readonly<Record<string, Reader>> = {
  employment: (value) => [
    yesNo(value["employed"], "在职", "没有在职"),
    typeof value["employer"] === "string" ? `用人单位 ${value["employer"]}` : null,
    yesNo(value["local"], "在本市企业", "不在本市企业"),
    typeof value["hiredOn"] === "string" ? `${value["hiredOn"]} 录用` : null,
    months("劳动合同", value["contractMonths"]),
    since(value),
  ],
  insurance: (value) => [
    months("失业保险累计缴费", value["unemploymentMonths"]),
    months("养老保险累计缴费", value["pensionMonths"]),
    yesNo(value["pensionPaidNow"], "单位正在缴养老保险", "单位现在没有缴养老保险"),
    `截至 ${text(value["asOf"])}`,
  ],
  pension: (value) => [yesNo(value["monthlyPension"], "按月领取养老金", "没有按月领取养老金"), since(value)],
  "unemployment-benefit": (value) => {
    const periods = Array.isArray(value["periods"]) ? (value["periods"] as { from: string; to: string }[]) : [];
    return [
      ...(periods.length === 0 ? ["没有领取"] : periods.map((one) => `${formatPeriod(one.from, one.to)} 领取`)),
      `截至 ${text(value["asOf"])}`,
    ];
  },
  degree: (value) => [
    degrees[text(value["level"])] ?? null,
    `${text(value["obtainedOn"])} 取得`,
    value["prior"] === "none" ? "此前没有中专、高中以上学历" : null,
    degrees[text(value["prior"])] === undefined ? null : `此前最高${degrees[text(value["prior"])]}`,
  ],
  "training-need": (value) => [yesNo(value["trainingNeed"], "有培训需求", "没有培训需求"), since(value)],
  "provincial-subsidy": (value) => [
    `${text(value["grantedOn"])} 享受`,
    `职业（工种）${text(value["occupation"])}`,
    value["level"] === 0 ? null : `${text(value["level"])} 级`,
  ],
  "in-place-of": (value) => [
    `代${relations[text(value["relation"])] === undefined ? "亲属" : "直系亲属"}参加培训`,
    Array.isArray(value["groups"])
      ? value["groups"].map((code) => (groups.has(code) ? groups.label(code) : text(code))).join("、")
      : null,
    since(value),
  ],
};

/** A fact as lines that its person can read and check. */
export function factWords(kind: string, value: Value): string[] {
  return (readers[kind]?.(value) ?? []).filter((line): line is string => line !== null && line !== "");
}

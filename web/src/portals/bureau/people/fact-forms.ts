import type { Api } from "../../../api/api.ts";
import { groups } from "@jinengtong/standards";
import type { Input } from "../../../api/client.ts";
import type { PersonRecord } from "./person-record.ts";

export type FactBody = Input<Api["people"]["recordFact"]>["body"];
export type FactKind = PersonRecord["facts"][number]["kind"];

/** Input and display of a fact's field; its name is the pointer within the fact's value. */
export interface FactField {
  name: string;
  label: string;
  type: "date" | "months" | "yes-no" | "text" | "choice" | "groups";
  choices?: readonly { value: string; label: string }[];
  optional?: boolean;
}

const from: FactField = { name: "from", label: "从哪天起", type: "date" };
const to: FactField = { name: "to", label: "到哪天止", type: "date", optional: true };
const asOf: FactField = { name: "asOf", label: "查询日期", type: "date" };

const degrees = [
  { value: "secondary", label: "中专、高中" },
  { value: "college", label: "大专" },
  { value: "bachelor", label: "本科" },
  { value: "master", label: "硕士" },
  { value: "doctor", label: "博士" },
];

/** Fields of each kind of fact. */
export const factForms: Record<FactKind, { label: string; fields: readonly FactField[] }> = {
  employment: {
    label: "就业",
    fields: [
      from,
      to,
      { name: "employed", label: "在业", type: "yes-no" },
      { name: "employer", label: "单位统一社会信用代码", type: "text", optional: true },
      { name: "local", label: "本地参保企业", type: "yes-no", optional: true },
      { name: "hiredOn", label: "录用日期", type: "date", optional: true },
      { name: "contractMonths", label: "劳动合同期限（月）", type: "months", optional: true },
    ],
  },
  insurance: {
    label: "社会保险",
    fields: [
      asOf,
      { name: "unemploymentMonths", label: "失业保险累计月数", type: "months", optional: true },
      { name: "pensionMonths", label: "养老保险累计月数", type: "months", optional: true },
      { name: "pensionPaidNow", label: "正在缴纳养老保险", type: "yes-no", optional: true },
    ],
  },
  pension: {
    label: "按月领取养老金",
    fields: [from, to, { name: "monthlyPension", label: "按月领取", type: "yes-no" }],
  },
  "unemployment-benefit": {
    label: "领取失业保险金",
    fields: [
      asOf,
      { name: "periods/0/from", label: "领取开始", type: "date", optional: true },
      { name: "periods/0/to", label: "领取结束", type: "date", optional: true },
    ],
  },
  degree: {
    label: "学历",
    fields: [
      {
        name: "level",
        label: "学历",
        type: "choice",
        choices: degrees,
      },
      { name: "obtainedOn", label: "取得日期", type: "date" },
      {
        name: "prior",
        label: "取得前的最高学历",
        type: "choice",
        choices: [{ value: "none", label: "没有（初中及以下）" }, ...degrees],
        optional: true,
      },
    ],
  },
  "training-need": {
    label: "培训需求",
    fields: [from, to, { name: "trainingNeed", label: "有培训需求", type: "yes-no" }],
  },
  "in-place-of": {
    label: "代为培训",
    fields: [
      from,
      to,
      {
        name: "relation",
        label: "是对方的",
        type: "choice",
        choices: [
          { value: "spouse", label: "配偶" },
          { value: "parent", label: "父母" },
          { value: "child", label: "子女" },
        ],
      },
      { name: "groups", label: "对方的人群类别", type: "groups" },
    ],
  },
  "provincial-subsidy": {
    label: "省级紧缺工种补贴",
    fields: [
      { name: "occupation", label: "职业（工种）编码", type: "text" },
      {
        name: "level",
        label: "等级",
        type: "choice",
        choices: [
          { value: "5", label: "五级/初级工" },
          { value: "4", label: "四级/中级工" },
          { value: "3", label: "三级/高级工" },
          { value: "2", label: "二级/技师" },
          { value: "1", label: "一级/高级技师" },
          { value: "0", label: "无等级" },
        ],
      },
      { name: "grantedOn", label: "享受日期", type: "date" },
    ],
  },
};

export const factKinds = Object.keys(factForms) as FactKind[];

type FactPointer = `fact/value/${string}`;

/** A form's fields of a fact: dates and numbers as typed, yes or no, groups by comma. */
export type FactText = Record<FactPointer, string>;

/** Name of a fact's field in a form: its pointer in the request, so that a refusal is shown at it. */
export const pointerOf = (field: FactField): FactPointer => `fact/value/${field.name}`;

/** The fields of every kind, empty. */
export const noFact: FactText = Object.fromEntries(
  Object.values(factForms).flatMap(({ fields }) => fields.map((field) => [pointerOf(field), ""])),
);

/** The fields that a fact of this kind needs. */
export const neededFor = (kind: FactKind): FactPointer[] =>
  factForms[kind].fields.filter(({ optional }) => optional !== true).map(pointerOf);

const bothOrNeither = (other: FactPointer) => (text: string, values: FactText) =>
  text === "" && values[other] !== "" ? "开始和结束都要填，或者都不填" : undefined;

/** Checks of the page alone. */
export const factChecks = {
  "fact/value/periods/0/from": bothOrNeither("fact/value/periods/0/to"),
  "fact/value/periods/0/to": bothOrNeither("fact/value/periods/0/from"),
};

/** The fields as the server's value. */
export function factOf(kind: FactKind, text: FactText): FactBody["fact"] {
  const value: Record<string, unknown> = {};
  for (const field of factForms[kind].fields) {
    const typed = text[pointerOf(field)] ?? "";
    if (typed === "") continue;
    if (field.type === "months") value[field.name] = Number(typed);
    else if (field.type === "yes-no") value[field.name] = typed === "yes";
    else if (field.type === "groups") value[field.name] = typed.split(",");
    else value[field.name] = typed;
  }
  if (kind === "provincial-subsidy")
    return { kind, value: { ...value, level: Number(value["level"]) } } as FactBody["fact"];
  if (kind === "unemployment-benefit") {
    const { asOf: checkedOn, "periods/0/from": begun, "periods/0/to": ended } = value;
    const periods = begun === undefined ? [] : [{ from: begun, to: ended }];
    return { kind, value: { asOf: checkedOn, periods } } as FactBody["fact"];
  }
  return { kind, value } as FactBody["fact"];
}

/** A recorded value in words, field by field. */
export function factWords(kind: FactKind, value: Record<string, unknown>): string {
  if (kind === "unemployment-benefit") {
    const periods = Array.isArray(value["periods"]) ? (value["periods"] as { from: string; to: string }[]) : [];
    const words = periods.map((period) => `${period.from} 至 ${period.to}`).join("、");
    return `${String(value["asOf"])} 查询：${words === "" ? "没有领取记录" : words}`;
  }
  return factForms[kind].fields
    .flatMap((field) => {
      const held = value[field.name];
      if (held === null || held === undefined) return [];
      if (field.name === "from") return [`${String(held)} 起`];
      if (field.name === "to") return [`至 ${String(held)}`];
      return [`${field.label}：${wordOf(field, held)}`];
    })
    .join("，");
}

function wordOf(field: FactField, held: unknown): string {
  if (field.type === "yes-no") return held === true ? "是" : "否";
  if (field.type === "groups" && Array.isArray(held))
    return held.map((code: unknown) => groupWord(String(code))).join("、");
  return field.choices?.find((choice) => choice.value === String(held))?.label ?? String(held);
}

const groupWord = (code: string): string => (groups.has(code) ? groups.label(code) : code);

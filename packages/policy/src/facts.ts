/**
 * The facts of a case that a rule may name, by family, each with its JSON pointer, its Chinese label and a typed
 * reader. The grammar's schema lists exactly these pointers, so a rule can't name a fact that no case can hold.
 */
import type { CivilDate } from "./dates.ts";
import type { Case, Period } from "./types.ts";
import type { Group } from "./vocabulary.ts";
import { CERTIFICATE_KINDS, COURSES, DEGREES, INSTITUTION_KINDS, LEVELS, RELATIONS } from "./vocabulary.ts";

export interface NumberFact {
  label: string;
  /** `fen` is shown in yuan. */
  unit: "人" | "个月" | "年" | "日" | "课时" | "fen";
  read: (c: Case) => number | undefined;
}

export interface DateFact {
  label: string;
  read: (c: Case) => CivilDate | undefined;
}

export interface BooleanFact {
  label: string;
  yes: string;
  no: string;
  read: (c: Case) => boolean | undefined;
}

export interface CodeFact {
  label: string;
  names: Readonly<Record<string, string>>;
  /** `null`: it is known that there is none. */
  read: (c: Case) => string | number | null | undefined;
}

/** A coded fact whose list goes from the lowest to the highest. */
export interface OrderedFact {
  label: string;
  names: Readonly<Record<string, string>>;
  read: (c: Case) => string | null | undefined;
}

export interface GroupsFact {
  label: string;
  read: (c: Case) => readonly Group[] | undefined;
}

export interface PeriodsFact {
  label: string;
  read: (c: Case) => readonly Period[] | undefined;
}

export interface KeyFact {
  label: string;
  /** Value of a key that two grants share. */
  same: string;
  path: string;
  read: (c: Case) => string | number | null | undefined;
}

export const NUMBER_FACTS = {
  "/employment/contractMonths": { label: "劳动合同", unit: "个月", read: (c) => c.employment?.contractMonths },
  "/insurance/unemploymentMonths": {
    label: "失业保险累计缴费",
    unit: "个月",
    read: (c) => c.insurance?.unemploymentMonths,
  },
  "/insurance/pensionMonths": {
    label: "企业职工养老保险缴费",
    unit: "个月",
    read: (c) => c.insurance?.pensionMonths,
  },
  "/training/requiredHours": { label: "规定课时", unit: "课时", read: (c) => c.training?.requiredHours },
  "/training/offlineHours": { label: "线下课时", unit: "课时", read: (c) => c.training?.offlineHours },
  "/training/onlineHours": { label: "线上课时", unit: "课时", read: (c) => c.training?.onlineHours },
  "/training/actualCostFen": { label: "实际培训成本", unit: "fen", read: (c) => c.training?.actualCostFen },
  "/training/assessmentFeeFen": { label: "考核费", unit: "fen", read: (c) => c.training?.assessmentFeeFen },
  "/training/classSize": { label: "班级人数", unit: "人", read: (c) => c.training?.classSize },
  "/training/finishers": { label: "结业人数", unit: "人", read: (c) => c.training?.finishers },
  "/training/costPerHeadFen": { label: "人均培训费用", unit: "fen", read: (c) => c.training?.costPerHeadFen },
  "/apprenticeship/years": { label: "学徒培养年限", unit: "年", read: (c) => c.apprenticeship?.years },
  "/apprenticeship/planned": { label: "计划培养学徒人数", unit: "人", read: (c) => c.apprenticeship?.planned },
  "/apprenticeship/finishers": { label: "达标学徒人数", unit: "人", read: (c) => c.apprenticeship?.finishers },
  "/apprenticeship/advancePaidFen": {
    label: "已预拨学徒补贴",
    unit: "fen",
    read: (c) => c.apprenticeship?.advancePaidFen,
  },
  "/project/contractFen": { label: "项目合同金额", unit: "fen", read: (c) => c.project?.contractFen },
  "/project/acceptedFen": { label: "项目验收金额", unit: "fen", read: (c) => c.project?.acceptedFen },
  "/project/advancePaidFen": { label: "项目已预拨金额", unit: "fen", read: (c) => c.project?.advancePaidFen },
  "/workForTraining/days": { label: "以工代训日数", unit: "日", read: (c) => c.workForTraining?.days },
  "/workForTraining/months": { label: "以工代训月数", unit: "个月", read: (c) => c.workForTraining?.months },
  "/standard/trainingFen": { label: "培训补贴标准", unit: "fen", read: (c) => c.standard?.trainingFen },
  "/standard/assessmentFen": { label: "鉴定补贴标准", unit: "fen", read: (c) => c.standard?.assessmentFen },
} as const satisfies Record<string, NumberFact>;

export const DATE_FACTS = {
  "/appliedOn": { label: "申请日期", read: (c) => c.appliedOn },
  "/person/birthDate": { label: "出生日期", read: (c) => c.person?.birthDate },
  "/employment/hiredOn": { label: "录用日期", read: (c) => c.employment?.hiredOn },
  "/training/from": { label: "培训开始日期", read: (c) => c.training?.from },
  "/training/filedOn": { label: "开班备案日期", read: (c) => c.training?.filedOn },
  "/training/to": { label: "培训结束日期", read: (c) => c.training?.to },
  "/certificate/issuedOn": { label: "发证日期", read: (c) => c.certificate?.issuedOn },
  "/degree/obtainedOn": { label: "学历取得日期", read: (c) => c.degree?.obtainedOn },
} as const satisfies Record<string, DateFact>;

export const BOOLEAN_FACTS = {
  "/person/trainingNeed": {
    label: "是否有培训需求",
    yes: "有培训需求",
    no: "没有培训需求",
    read: (c) => c.person?.trainingNeed,
  },
  "/person/monthlyPension": {
    label: "是否按月领取养老金",
    yes: "按月领取养老金",
    no: "不按月领取养老金",
    read: (c) => c.person?.monthlyPension,
  },
  "/employment/employed": {
    label: "是否在职",
    yes: "本人在职",
    no: "本人不在职",
    read: (c) => c.employment?.employed,
  },
  "/employment/local": {
    label: "是否在本市企业就业",
    yes: "在本市企业就业",
    no: "不在本市企业就业",
    read: (c) => c.employment?.local,
  },
  "/insurance/pensionPaidNow": {
    label: "目前是否缴纳企业职工养老保险",
    yes: "目前缴纳企业职工养老保险",
    no: "目前未缴纳企业职工养老保险",
    read: (c) => c.insurance?.pensionPaidNow,
  },
  "/training/institution/local": {
    label: "是否本市培训机构",
    yes: "由本市培训机构培训",
    no: "不是由本市培训机构培训",
    read: (c) => c.training?.institution?.local,
  },
  "/training/institution/admitted": {
    label: "培训机构是否在目录内",
    yes: "培训机构已列入目录",
    no: "培训机构未列入目录",
    read: (c) => c.training?.institution?.admitted,
  },
  "/training/inCatalogue": {
    label: "职业（工种）是否在目录内",
    yes: "职业（工种）在目录内",
    no: "职业（工种）在目录外",
    read: (c) => c.training?.inCatalogue,
  },
  "/standard/shortage": {
    label: "是否属当年紧缺职业（工种）",
    yes: "属当年紧缺职业（工种）",
    no: "不属当年紧缺职业（工种）",
    read: (c) => c.standard?.shortage,
  },
} as const satisfies Record<string, BooleanFact>;

export const CODE_FACTS = {
  "/training/institution/kind": {
    label: "培训实施单位",
    names: INSTITUTION_KINDS,
    read: (c) => c.training?.institution?.kind,
  },
  "/training/course": { label: "创业培训课程", names: COURSES, read: (c) => c.training?.course },
  "/certificate/kind": { label: "证书种类", names: CERTIFICATE_KINDS, read: (c) => c.certificate?.kind },
  "/certificate/level": { label: "证书等级", names: LEVELS, read: (c) => c.certificate?.level },
  "/degree/level": { label: "学历层次", names: DEGREES, read: (c) => c.degree?.level },
  "/apprenticeship/targetLevel": {
    label: "学徒目标等级",
    names: LEVELS,
    read: (c) => c.apprenticeship?.targetLevel,
  },
} as const satisfies Record<string, CodeFact>;

export const ORDERED_FACTS = {
  "/degree/level": { label: "学历层次", names: DEGREES, read: (c) => c.degree?.level },
  "/person/priorDegree": { label: "原有学历", names: DEGREES, read: (c) => c.person?.priorDegree },
} as const satisfies Record<string, OrderedFact>;

export const GROUPS_FACTS = {
  "/person/groups": { label: "人员类别", read: (c) => c.person?.groups },
} as const satisfies Record<string, GroupsFact>;

export const PERIODS_FACTS = {
  "/person/unemploymentBenefit": { label: "领取失业保险金的期间", read: (c) => c.person?.unemploymentBenefit },
} as const satisfies Record<string, PeriodsFact>;

/** Keys of a history test: they decide whether two grants count as the same. */
export const KEY_FACTS = {
  occupation: {
    label: "职业（工种）",
    same: "同一职业",
    path: "/certificate/occupation",
    read: (c) => c.certificate?.occupation,
  },
  level: { label: "证书等级", same: "同一等级", path: "/certificate/level", read: (c) => c.certificate?.level },
  employer: {
    label: "用人单位",
    same: "同一用人单位",
    path: "/employment/employer",
    read: (c) => c.employment?.employer,
  },
  course: {
    label: "创业培训课程",
    same: "同一课程",
    path: "/training/course",
    read: (c) => c.training?.course,
  },
} as const satisfies Record<string, KeyFact>;

/** Blocks whose absence a rule may treat as "there is none" (the contract says where). */
export const BLOCK_FACTS = {
  "/certificate": { label: "证书", read: (c: Case): object | undefined => c.certificate },
  "/degree": { label: "学历", read: (c: Case): object | undefined => c.degree },
  "/standard": { label: "补贴标准", read: (c: Case): object | undefined => c.standard },
} as const;

export type NumberFactPath = keyof typeof NUMBER_FACTS;
export type DateFactPath = keyof typeof DATE_FACTS;
export type BooleanFactPath = keyof typeof BOOLEAN_FACTS;
export type CodeFactPath = keyof typeof CODE_FACTS;
export type OrderedFactPath = keyof typeof ORDERED_FACTS;
export type GroupsFactPath = keyof typeof GROUPS_FACTS;
export type PeriodsFactPath = keyof typeof PERIODS_FACTS;
export type KeyFactName = keyof typeof KEY_FACTS;
export type BlockFactPath = keyof typeof BLOCK_FACTS;

/** Names of the relations, for sentences. */
export const RELATION_NAMES: Readonly<Record<string, string>> = RELATIONS;

/** Fen as yuan: whole yuan without decimals, otherwise two. */
export function yuan(fen: number): string {
  return `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`;
}

/** A number with its unit, as a sentence shows it. */
export function withUnit(value: number, unit: NumberFact["unit"]): string {
  return unit === "fen" ? yuan(value) : `${value} ${unit}`;
}

/** The label of any fact a decision can miss, by pointer or `parameter:NAME`. */
export function labelOf(path: string): string {
  const families: Readonly<Record<string, { label: string }>>[] = [
    NUMBER_FACTS,
    DATE_FACTS,
    BOOLEAN_FACTS,
    CODE_FACTS,
    ORDERED_FACTS,
    GROUPS_FACTS,
    PERIODS_FACTS,
  ];
  for (const family of families) {
    const fact = family[path];
    if (fact !== undefined) return fact.label;
  }
  return OTHER_LABELS[path] ?? path;
}

const OTHER_LABELS: Readonly<Record<string, string>> = {
  "/training/attendedDays": "出勤日",
  "/history": "以往享受补贴的记录",
  "/person/sex": "性别",
  "/stage": "申请阶段（预拨或结算）",
  "/certificate/occupation": "证书的职业（工种）",
  "/employment/employer": "用人单位",
  "/person/inPlaceOf/relation": "与所代替人员的关系",
  "/person/inPlaceOf/groups": "所代替人员的类别",
};

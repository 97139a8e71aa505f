/** How a fact is asked for: the question, and the answers that can be offered. */
import { BOOLEAN_FACTS, CODE_FACTS, labelOf, NUMBER_FACTS } from "./facts.ts";
import type { PackageVocabulary } from "./package-types.ts";
import { GROUPS, RELATIONS, SEXES, STAGES } from "./vocabulary.ts";

export interface QuestionOption {
  value: string | number | boolean;
  label: string;
}

export interface Question {
  /** JSON pointer of the fact in a case. */
  path: string;
  question: string;
  /** `choices`: several may be chosen; `history` and `periods`: a list, empty for none. */
  kind: "boolean" | "choice" | "choices" | "number" | "money" | "date" | "text" | "history" | "periods";
  options: QuestionOption[];
}

const TEXTS: Readonly<Record<string, string>> = {
  "/person/groups": "您属于以下哪些人员？（可多选，都不是就不选）",
  "/person/trainingNeed": "您有参加职业技能培训的需求吗？",
  "/person/monthlyPension": "您是否已经按月领取养老金？",
  "/person/unemploymentBenefit": "培训期间您领取失业保险金吗？是哪些日期？",
  "/person/inPlaceOf/relation": "您与所代替的人是什么关系？",
  "/person/inPlaceOf/groups": "您所代替的人属于以下哪些人员？",
  "/employment/employed": "您目前在企业就业吗？",
  "/employment/local": "您所在的企业在本市吗？",
  "/employment/hiredOn": "单位哪一天为您办理的录用手续？",
  "/employment/contractMonths": "您的劳动合同一共多少个月？",
  "/employment/employer": "您的用人单位是哪一家？",
  "/insurance/unemploymentMonths": "失业保险累计缴费多少个月？",
  "/insurance/pensionMonths": "企业职工养老保险缴费多少个月？",
  "/insurance/pensionPaidNow": "单位现在为您缴纳养老保险吗？",
  "/training/from": "培训哪一天开始？",
  "/training/to": "培训哪一天结束？",
  "/training/institution/kind": "培训由谁实施？",
  "/training/institution/local": "培训机构在本市吗？",
  "/training/institution/admitted": "培训机构在补贴目录内吗？",
  "/training/requiredHours": "这项培训规定多少课时？",
  "/training/offlineHours": "您完成了多少线下课时？",
  "/training/onlineHours": "您完成了多少线上课时？（没有就填 0）",
  "/training/inCatalogue": "培训的职业（工种）在补贴目录内吗？",
  "/training/actualCostFen": "实际培训成本是多少？",
  "/training/assessmentFeeFen": "考核费是多少？",
  "/training/classSize": "这个班有多少人？",
  "/training/finishers": "有多少人结业？",
  "/training/costPerHeadFen": "人均培训费用是多少？",
  "/training/course": "您参加的是哪一种创业培训？",
  "/certificate/kind": "您取得了哪一种证书？",
  "/certificate/occupation": "证书上的职业（工种）是什么？",
  "/certificate/level": "证书是几级？",
  "/certificate/issuedOn": "证书是哪一天发的？",
  "/degree/level": "您取得了什么学历？",
  "/degree/obtainedOn": "学历是哪一天取得的？",
  "/apprenticeship/targetLevel": "学徒培养的目标等级是几级？",
  "/workForTraining/months": "以工代训多少个月？",
  "/workForTraining/days": "以工代训多少天？",
  "/training/filedOn": "这个班哪一天备案？",
  "/person/sex": "您的性别是？",
  "/person/birthDate": "您哪一天出生？",
  "/history": "您以前领过哪些培训补贴？（没有就选没有）",
  "/stage": "申请预拨还是结算？",
};

const DATES = new Set([
  "/training/filedOn",
  "/employment/hiredOn",
  "/training/from",
  "/training/to",
  "/certificate/issuedOn",
  "/degree/obtainedOn",
  "/person/birthDate",
]);

function options(names: Readonly<Record<string, string>>): QuestionOption[] {
  return Object.entries(names).map(([value, label]) => ({
    value: /^\d+$/u.test(value) ? Number(value) : value,
    label,
  }));
}

function entry<T>(family: Readonly<Record<string, T>>, path: string): T | undefined {
  return Object.hasOwn(family, path) ? family[path] : undefined;
}

const SUPPLIERS: [prefix: string, who: string][] = [
  ["parameter:", "主管部门"],
  ["/standard", "补贴目录"],
  ["/history", "平台记录"],
  ["/person", "本人"],
  ["/employment", "用人单位"],
  ["/insurance", "社会保险记录"],
  ["/training", "培训实施单位"],
  ["/certificate", "发证机构"],
  ["/degree", "本人"],
  ["/apprenticeship", "用人单位"],
  ["/workForTraining", "用人单位"],
  ["/project", "主管部门"],
  ["/stage", "申请人"],
];

/** Who supplies a missing fact or parameter, in Chinese. */
export function supplierOf(path: string): string {
  return SUPPLIERS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "申请人";
}

/**
 * The question for a missing fact; null for one that is not asked of people (a parameter, a standard of the catalogue,
 * a detail of a record). `own`: groups and courses that the package has beside the contract's.
 */
export function questionFor(path: string, own: PackageVocabulary = {}): Question | null {
  if (path.startsWith("/standard/")) return null;
  const question = TEXTS[path] ?? `请提供：${labelOf(path)}`;
  const flag = entry(BOOLEAN_FACTS, path);
  if (flag !== undefined) {
    return {
      path,
      question,
      kind: "boolean",
      options: [
        { value: true, label: "是" },
        { value: false, label: "否" },
      ],
    };
  }
  const code = entry(CODE_FACTS, path);
  if (code !== undefined) {
    const names = path === "/training/course" ? { ...code.names, ...own.courses } : code.names;
    return { path, question, kind: "choice", options: options(names) };
  }
  const number = entry(NUMBER_FACTS, path);
  if (number !== undefined) return { path, question, kind: number.unit === "fen" ? "money" : "number", options: [] };
  if (DATES.has(path)) return { path, question, kind: "date", options: [] };
  switch (path) {
    case "/person/groups":
    case "/person/inPlaceOf/groups":
      return { path, question, kind: "choices", options: options({ ...GROUPS, ...own.groups }) };
    case "/person/inPlaceOf/relation":
      return { path, question, kind: "choice", options: options(RELATIONS) };
    case "/person/sex":
      return { path, question, kind: "choice", options: options(SEXES) };
    case "/stage":
      return { path, question, kind: "choice", options: options(STAGES) };
    case "/history":
      return { path, question, kind: "history", options: [] };
    case "/person/unemploymentBenefit":
      return { path, question, kind: "periods", options: [] };
    case "/certificate/occupation":
    case "/employment/employer":
      return { path, question, kind: "text", options: [] };
    default:
      return null;
  }
}

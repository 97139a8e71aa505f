/**
 * How a benefit is asked for: by whom, for whom, in which stages, on what evidence, with which papers, and the words that
 * tell people so. It decides nothing, so it stands beside the rules and is no part of their digest (decision 0006).
 */
import type { JsonSchema } from "./json-schema.ts";
import { rule, slugSchema, someOf } from "./mechanisms/shape.ts";
import type { BenefitId, Stage } from "./vocabulary.ts";
import { idsOf, STAGES } from "./vocabulary.ts";

/** Who may ask. */
export const CLAIMANTS = { person: "本人", enterprise: "用人单位", institution: "培训机构" } as const;
export type Claimant = keyof typeof CLAIMANTS;

/** Basis of a claim. */
export const EVIDENCE = {
  certificate: "证书",
  degree: "学历",
  employment: "就业记录",
  class: "培训班",
} as const;
export type Evidence = keyof typeof EVIDENCE;

/** Whether a class names the enterprise whose staff it trains, or that ordered it. */
export const ENTERPRISE = { none: "不填", optional: "可填", required: "必填" } as const;

/** Who sits in a class. */
export const LEARNERS = { jobless: "限未就业人员", seeking: "多为未就业人员", anyone: "不限" } as const;

/** One claim for each person, or for the class as a whole. */
export const PER = { person: "按人", class: "按班" } as const;

/** When the platform prepares a claim by itself. */
export const PREPARED = {
  certificate: "发了证书就备好",
  beside: "与班级所报补贴一起备好",
  record: "个人记录一符合就备好",
} as const;

/** Where a person goes next. */
export const WAYS_ON = {
  classes: "去找培训班",
  entitlements: "去“我能领什么”",
  enterprise: "由单位登录办理",
  policy: "看政策说明",
} as const;

/** When the platform prepares a claim by itself, beside the benefit that a class was filed for. */
export type Prepared =
  /** A certificate may be worth it where the class's own benefit is not granted; the most money wins, then the lower order. */
  | { kind: "certificate"; order: number }
  /** Together with the class's benefit, for learners of a group that its rules read. */
  | { kind: "beside" }
  /** As soon as the person's record grants it. */
  | { kind: "record" };

/** A paper that a claim comes with. */
export interface PaperNeed {
  kind: string;
  label: string;
  hint: string;
  /** Without it the claim may go, and the reviewer sees that it is missing. */
  expected: boolean;
  /** Only in this stage; absent: in each. */
  stage?: Stage;
}

/** A class that is filed for the benefit. */
export interface ClassTerms {
  /** Name of such a class: 订单班. */
  label: string;
  /** The enterprise whose staff it trains, or that ordered it. */
  enterprise: keyof typeof ENTERPRISE;
  /** It needs a published training project. */
  project: boolean;
  /** Fewer are refused. */
  smallest?: number;
  /** Whether the public class search offers the kind. */
  searched: boolean;
  /** Who sits in it, for oversight: only people without work, mostly such people, or anyone. */
  learners: keyof typeof LEARNERS;
}

/** Where a person goes next. */
export type WayOn = { how: string; action: string } & (
  | { kind: "classes"; benefit: BenefitId }
  | { kind: "entitlements" }
  | { kind: "enterprise" }
  | { kind: "policy" }
);

export interface Claiming {
  benefit: BenefitId;
  /** The benefit in a few words, where the context says that it is one: 失业人员职业技能培训. */
  short: string;
  /** First: who is asked to confirm a prepared claim. */
  by: Claimant[];
  per: keyof typeof PER;
  /** Empty: claimed once. */
  stages: Stage[];
  evidence: Evidence;
  prepared?: Prepared;
  papers: PaperNeed[];
  class?: ClassTerms;
  wayOn: WayOn;
}

const text: JsonSchema = { type: "string", minLength: 1, maxLength: 200 };
const flag: JsonSchema = { type: "boolean" };
const stage: JsonSchema = { enum: idsOf(STAGES) };
const way = (kind: string, description: string, more: Record<string, JsonSchema> = {}): JsonSchema =>
  rule(kind, description, { how: { ...text, description: "一两句话" }, action: { ...text, maxLength: 20 }, ...more });

const paper: JsonSchema = {
  type: "object",
  required: ["kind", "label", "hint", "expected"],
  additionalProperties: false,
  properties: {
    kind: { ...slugSchema, description: "材料种类" },
    label: text,
    hint: text,
    expected: { ...flag, description: "应交；没有交的，审核人员会看到" },
    stage: { ...stage, description: "只在这一阶段要" },
  },
};

const classTerms: JsonSchema = {
  type: "object",
  description: "按这项补贴开的班；不给出表示不按它开班。",
  required: ["label", "enterprise", "project", "searched", "learners"],
  additionalProperties: false,
  properties: {
    label: { ...text, maxLength: 20, description: "这种班叫什么" },
    enterprise: { enum: idsOf(ENTERPRISE), description: "合作企业：不填、可填、必填" },
    project: { ...flag, description: "须选择公布的培训项目" },
    smallest: { type: "integer", minimum: 1, maximum: 1000, description: "最少人数" },
    searched: { ...flag, description: "列入“找培训班”的类别" },
    learners: { enum: idsOf(LEARNERS), description: "学员：限未就业人员、多为未就业人员、不限" },
  },
};

/** The schema of a file under `claiming/`. */
export const claimingJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jinengtong.example/schema/claiming.schema.json",
  title: "申请办法",
  description:
    "一项补贴怎么申请：由谁、按人或按班、分哪些阶段、凭什么、交哪些材料、下一步去哪里。不影响裁定，不计入摘要。",
  type: "object",
  required: ["benefit", "short", "by", "per", "stages", "evidence", "papers", "wayOn"],
  additionalProperties: false,
  properties: {
    benefit: slugSchema,
    short: { ...text, maxLength: 30, description: "简称" },
    by: { ...someOf({ enum: idsOf(CLAIMANTS) }), description: "申请主体；备好的申请由第一个确认" },
    per: { enum: idsOf(PER), description: "按人或按班" },
    stages: { type: "array", items: stage, uniqueItems: true, description: "阶段；空数组表示一次申请" },
    evidence: { enum: idsOf(EVIDENCE), description: "凭什么申请" },
    prepared: {
      oneOf: [
        rule("certificate", "凭证书可得：班级所报补贴不符合时，取金额最高的；金额相同取 order 小的。", {
          order: { type: "integer", minimum: 0, maximum: 100 },
        }),
        rule("beside", "与班级所报补贴一起备好，限规则所列人员类别。", {}),
        rule("record", "个人记录一符合就备好。", {}),
      ],
    },
    papers: { type: "array", items: paper, maxItems: 20, description: "材料" },
    class: classTerms,
    wayOn: {
      oneOf: [
        way("classes", "去找培训班。", { benefit: { ...slugSchema, description: "按哪项补贴开的班" } }),
        way("entitlements", "去“我能领什么”。"),
        way("enterprise", "由单位登录办理。"),
        way("policy", "看政策说明。"),
      ],
    },
  },
};

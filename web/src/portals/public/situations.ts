import type { FactValue } from "./wizard/answers.ts";

/** Situations in people's own words; each starts the questions with its answers filled in. */
export interface Situation {
  id: string;
  who: string;
  what: string;
  /** Preselected options of the groups question. */
  groups: readonly string[];
  /** Facts implied by the situation. */
  facts: readonly { path: string; value: FactValue; question: string; shown: string }[];
}

const EMPLOYED = "您目前在企业就业吗？";
const NEED = {
  path: "/person/trainingNeed",
  value: true,
  question: "您有参加职业技能培训的需求吗？",
  shown: "是",
} as const;

export const situations: readonly Situation[] = [
  {
    id: "job",
    who: "我正在找工作",
    what: "免费学技能，培训期间可能有生活费补贴",
    groups: ["registered-unemployed"],
    facts: [{ path: "/employment/employed", value: false, question: EMPLOYED, shown: "否" }, NEED],
  },
  {
    id: "work",
    who: "我在企业上班",
    what: "考取证书后，可以领技能提升补贴",
    groups: ["enterprise-employee"],
    facts: [{ path: "/employment/employed", value: true, question: EMPLOYED, shown: "是" }],
  },
  {
    id: "business",
    who: "我想自己创业",
    what: "创业培训有补贴，结业有证书",
    groups: ["returning-graduate"],
    facts: [NEED],
  },
  {
    id: "farm",
    who: "我务农或进城务工",
    what: "家门口的培训班，农闲时开课",
    groups: ["farmer", "rural-migrant"],
    facts: [NEED],
  },
  {
    id: "hardship",
    who: "家里有困难",
    what: "低保、残疾等家庭，亲属可以代为参训",
    groups: ["minimum-living"],
    facts: [NEED],
  },
];

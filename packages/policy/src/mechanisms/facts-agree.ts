/**
 * Facts that can't both be true. A contradiction is refused with the words to have it corrected; only known facts can
 * contradict each other, so the test is never unknown.
 */
import type { CompiledTest } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Case } from "../types.ts";
import { rule, someOf } from "./shape.ts";

/** The contradiction in a case as a sentence; null where there is none. */
type Contradiction = (c: Case) => string | null;

const later = (what: string, day: string | undefined, than: string, other: string | undefined): string | null =>
  day !== undefined && other !== undefined && day > other ? `${what} ${day} 晚于${than} ${other}` : null;

const more = (what: string, number: number | undefined, than: string, other: number | undefined): string | null =>
  number !== undefined && other !== undefined && number > other ? `${what} ${number} 多于${than} ${other}` : null;

/** A closed list: each with what it is called in a description, the blocks it looks at, and how it is found. */
export const CONTRADICTIONS = {
  "training-reversed": {
    text: "培训结束不早于开始",
    facts: ["/training/from", "/training/to"],
    find: ({ training }) => later("培训开始日期", training?.from, "培训结束日期", training?.to),
  },
  "certificate-after-claim": {
    text: "发证不晚于申请",
    facts: ["/certificate/issuedOn"],
    find: (c) => later("发证日期", c.certificate?.issuedOn, "申请日期", c.appliedOn),
  },
  "certificate-before-training": {
    text: "发证不早于培训开始",
    facts: ["/certificate/issuedOn", "/training/from"],
    find: (c) => later("培训开始日期", c.training?.from, "发证日期", c.certificate?.issuedOn),
  },
  "finishers-above-class": {
    text: "结业人数不多于班级人数",
    facts: ["/training/finishers", "/training/classSize"],
    find: ({ training }) => more("结业人数", training?.finishers, "班级人数", training?.classSize),
  },
  "apprentices-above-plan": {
    text: "达标学徒不多于计划人数",
    facts: ["/apprenticeship/finishers", "/apprenticeship/planned"],
    find: (c) => more("达标学徒人数", c.apprenticeship?.finishers, "计划培养人数", c.apprenticeship?.planned),
  },
  "accepted-above-contract": {
    text: "验收金额不多于合同金额",
    facts: ["/project/acceptedFen", "/project/contractFen"],
    find: ({ project }) =>
      project?.acceptedFen !== undefined &&
      project.contractFen !== undefined &&
      project.acceptedFen > project.contractFen
        ? `项目验收金额 ${(project.acceptedFen / 100).toFixed(2)} 元多于合同金额 ${(project.contractFen / 100).toFixed(2)} 元`
        : null,
  },
  "unemployed-and-employed": {
    text: "登记失业人员不同时在职",
    facts: ["/person/groups", "/employment/employed"],
    find: (c) =>
      c.employment?.employed === true && c.person?.groups?.includes("registered-unemployed") === true
        ? "登记为失业人员，同时又在职"
        : null,
  },
} as const satisfies Record<string, { text: string; facts: readonly string[]; find: Contradiction }>;

export interface FactsAgree {
  kind: "facts-agree";
  contradictions: (keyof typeof CONTRADICTIONS)[];
}

export const factsAgreeSchema: JsonSchema = rule("facts-agree", "资料之间没有所列矛盾；只看已知的事实。", {
  contradictions: someOf({ enum: Object.keys(CONTRADICTIONS) }),
});

export function compileFactsAgree(node: FactsAgree): CompiledTest {
  const contradictions = node.contradictions.map((id) => CONTRADICTIONS[id]);
  return {
    verdict: (e) => {
      for (const { find } of contradictions) if (find(e.case) !== null) return false;
      return true;
    },
    because: (e, verdict) => {
      if (verdict === true) return "资料之间没有矛盾";
      const found = contradictions.flatMap(({ find }) => find(e.case) ?? []);
      return `资料矛盾：${found.join("；")}，请更正后再申请`;
    },
    missing: () => undefined,
    text: `资料没有矛盾：${contradictions.map(({ text }) => text).join("、")}`,
  };
}

import type { Api } from "../../api/api.ts";
import type { Input } from "../../api/client.ts";

export type PaperKind = NonNullable<NonNullable<Input<Api["papers"]["upload"]>["query"]>["kind"]>;

/** A kind of paper that an application asks for. */
export interface PaperNeed {
  kind: PaperKind;
  label: string;
  hint: string;
  /** Expected; without it the application may be submitted, and the bureau sees that it is missing. */
  expected: boolean;
}

const other: PaperNeed = { kind: "other", label: "其他材料", hint: "认为有助于说明情况的", expected: false };

/** Papers of an application for admission, as the bureau checks them on the spot. */
export const admissionPapers = (activity: "training" | "evaluation"): readonly PaperNeed[] => [
  { kind: "business-licence", label: "营业执照、办学许可证", hint: "事业单位交法人证书", expected: true },
  { kind: "premises", label: "场地产权或租赁证明", hint: "租期要盖过申请的有效期", expected: true },
  activity === "training"
    ? { kind: "teachers", label: "师资名册和资格证书", hint: "教师资格、职业资格或技能等级证书", expected: true }
    : { kind: "teachers", label: "考评员名册和资格证书", hint: "考评员证卡、质量督导员证", expected: true },
  { kind: "equipment", label: "设备清单和照片", hint: "与申请的职业、等级对应", expected: true },
  { kind: "rules", label: "管理制度", hint: "教学、考勤、档案和收费管理", expected: false },
  other,
];

/** Papers of a claim in one stage, out of all that its benefit names. */
export const claimPapers = (
  papers: readonly { kind: string; label: string; hint: string; expected: boolean; stage: string | null }[] = [],
  stage: string | null = null,
): readonly PaperNeed[] =>
  papers
    .filter((paper) => paper.stage === null || paper.stage === stage)
    .map((paper) => ({ ...paper, kind: paper.kind as PaperKind }));

/** The expected kinds that nothing was handed in for. */
export const missingPapers = (needs: readonly PaperNeed[], papers: readonly { kind: string }[]): readonly PaperNeed[] =>
  needs.filter((need) => need.expected && !papers.some((paper) => paper.kind === need.kind));

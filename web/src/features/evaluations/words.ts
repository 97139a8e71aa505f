import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Batch = Output<Api["evaluationBatches"]["show"]>;
export type BatchRow = Output<Api["evaluationBatches"]["list"]>["rows"][number];
export type Candidate = Output<Api["evaluationCandidates"]["list"]>["rows"][number];
export type Staff = Output<Api["evaluationStaff"]["list"]>["rows"][number];
export type Filing = Output<Api["evaluationFilings"]["list"]>["rows"][number];
export type Way = Batch["ways"][number];

/** Parts of an evaluation. */
export const WAYS: Record<Way, string> = { theory: "理论", practice: "技能", review: "综合评审" };

export const DUTIES: Record<Batch["staff"][number]["duty"], string> = {
  examiner: "考评",
  invigilator: "监考",
  "exam-officer": "考务",
  "internal-supervisor": "内部督导",
  "external-supervisor": "外部督导",
};

export const STAFF_KINDS: Record<Staff["kind"], string> = {
  examiner: "考评员",
  "senior-examiner": "高级考评员",
  invigilator: "监考员",
  "exam-officer": "考务人员",
  "internal-supervisor": "内部督导",
  "external-supervisor": "外部督导",
};

export const STEPS: Record<Batch["supervision"][number]["step"], string> = {
  papers: "试卷启封",
  theory: "理论考试",
  practice: "技能考核",
  review: "综合评审",
  scoring: "评分",
};

export const YEAR_RESULTS = { excellent: "优秀", qualified: "合格", unqualified: "不合格" } as const;

/** Oddities of a batch. */
export const ODD: Record<string, string> = {
  "everybody-passed": "全部合格",
  "scored-later": "考后补登评分",
  "too-fast": "评分过快",
  "grave-finding": "督导报告严重问题",
  "changed-scores": "改过评分",
};

/** 13:05 of an instant. */
export const clockOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString("zh-CN", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "Asia/Shanghai",
  });

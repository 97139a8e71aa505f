const TITLES: Readonly<Record<string, string>> = {
  base: "补贴标准",
  rate: "补贴比例",
  amount: "应补金额",
  recover: "应收回",
  award: "奖励标准",
  course: "课程标准",
  days: "培训天数",
  "per-day": "每日标准",
  months: "月数",
  "per-month": "每月标准",
  "per-head": "人均标准",
  "per-head-year": "每人每年标准",
  finishers: "结业人数",
  planned: "计划人数",
  years: "学徒年限",
  contract: "合同金额",
  accepted: "验收金额",
  "advance-paid": "已付预付款",
};

/** A step of the arithmetic in words. */
export const stepTitle = (step: string): string => TITLES[step] ?? step;

/** The address of a clause's summary. */
export const clauseHref = (clause: string): string => `/policy#${encodeURIComponent(clause)}`;

const titles: Record<string, string> = {
  base: "补贴标准",
  training: "培训标准",
  assessment: "评价标准",
  rate: "补贴比例",
  "shortage-rate": "紧缺职业上浮",
  months: "月数",
  years: "年限",
  heads: "人数",
  "per-head": "人均标准",
  "per-month": "每月标准",
  "per-year": "每年标准",
  cap: "最高限额",
  advance: "预拨",
  amount: "补贴金额",
  recover: "应退回",
};

/** A step of the arithmetic in words; a step without a name keeps its own. */
export const stepTitle = (step: string): string => titles[step] ?? step;

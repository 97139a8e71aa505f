/** Kinds of parameter, by what their values are. */
export const KINDS = {
  money: "金额（元）",
  ratio: "比例（0–100%）",
  percent: "百分数",
  count: "次数、月数、岁数",
  day: "日期",
  choice: "读法",
} as const;

/** Who sets the values. */
export const SUPPLIED = { package: "政策规定", place: "各地规定", optional: "各地可以规定" } as const;

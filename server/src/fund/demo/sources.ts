/** Sources of the programme's money, with the share of each. */
export const SOURCES = [
  { code: "SYBX", name: "失业保险基金职业技能提升行动专账", drawOrder: 1, shareOfFunding: 0.7 },
  { code: "JYBZ", name: "就业补助资金", drawOrder: 2, shareOfFunding: 0.18 },
  { code: "DFRC", name: "地方人才经费", drawOrder: 3, shareOfFunding: 0.07 },
  { code: "HYCY", name: "行业产业发展经费", drawOrder: 4, shareOfFunding: 0.05 },
] as const;

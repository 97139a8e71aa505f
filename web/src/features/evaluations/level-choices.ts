/** Levels that are evaluated, lowest first. */
export const levelChoices = [
  { value: "5", label: "五级/初级工" },
  { value: "4", label: "四级/中级工" },
  { value: "3", label: "三级/高级工" },
  { value: "2", label: "二级/技师" },
  { value: "1", label: "一级/高级技师" },
];

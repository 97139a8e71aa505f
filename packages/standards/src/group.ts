import { type CodeOf, codeList } from "./code-list.ts";

/** Groups of people that policies name. A person may belong to several, each with evidence and dates. */
export const groups = codeList({
  "registered-unemployed": "登记失业人员",
  "hard-to-employ": "就业困难人员",
  "zero-employment-family": "零就业家庭成员",
  "registered-poor": "建档立卡低收入农户",
  "minimum-living": "最低生活保障对象",
  poor: "其他困难人员",
  disabled: "残疾人",
  "severely-disabled": "重度残疾人",
  veteran: "退役军人",
  "rural-migrant": "农村转移就业劳动者",
  "unemployed-graduate": "离校未就业高校毕业生",
  "returning-graduate": "返乡创业大学生",
  farmer: "新型职业农民",
  "village-leader": "村干部和农村致富带头人",
  "enterprise-employee": "企业职工",
});
export type Group = CodeOf<typeof groups>;

import { type CodeOf, codeList } from "./code-list.ts";
import { normaliseCode } from "./written-text.ts";

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

/**
 * Other words by which offices name the groups, as data: one that is met in the field and means the same is added here. A word that could
 * mean two groups is left out, so that nobody gets a group by guess.
 */
const WORDS: Readonly<Record<string, Group>> = {
  城镇登记失业人员: "registered-unemployed",
  失业人员: "registered-unemployed",
  登记失业: "registered-unemployed",
  失业: "registered-unemployed",
  就业困难: "hard-to-employ",
  城镇就业困难人员: "hard-to-employ",
  零就业家庭: "zero-employment-family",
  零就业家庭人员: "zero-employment-family",
  建档立卡: "registered-poor",
  建档立卡户: "registered-poor",
  建档立卡人员: "registered-poor",
  建档立卡贫困户: "registered-poor",
  建档立卡贫困劳动力: "registered-poor",
  建档立卡低收入户: "registered-poor",
  低保: "minimum-living",
  低保户: "minimum-living",
  低保人员: "minimum-living",
  低保对象: "minimum-living",
  城乡低保: "minimum-living",
  最低生活保障人员: "minimum-living",
  残疾: "disabled",
  残疾人员: "disabled",
  重度残疾: "severely-disabled",
  退役士兵: "veteran",
  退伍军人: "veteran",
  复员军人: "veteran",
  复员退伍军人: "veteran",
  转业军人: "veteran",
  退役: "veteran",
  农村转移劳动力: "rural-migrant",
  农村转移劳动者: "rural-migrant",
  农村转移就业人员: "rural-migrant",
  农村富余劳动力: "rural-migrant",
  农民工: "rural-migrant",
  未就业高校毕业生: "unemployed-graduate",
  离校未就业毕业生: "unemployed-graduate",
  未就业大学生: "unemployed-graduate",
  返乡大学生: "returning-graduate",
  返乡创业人员: "returning-graduate",
  职业农民: "farmer",
  新型农民: "farmer",
  村干部: "village-leader",
  农村致富带头人: "village-leader",
  在职职工: "enterprise-employee",
  企业在职职工: "enterprise-employee",
  职工: "enterprise-employee",
  企业员工: "enterprise-employee",
};

/** The group that a written word means: its label or one of the usual other words, without blanks. Undefined for any other. */
export function groupOfWord(text: string): Group | undefined {
  const plain = normaliseCode(text).replace(/[()（）].*$/, "");
  return groups.codeOf(plain) ?? (Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined);
}

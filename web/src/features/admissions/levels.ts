import { isSkillLevel, skillLevelLabel, skillLevels } from "@jinengtong/standards";

/** 五级/初级工; 无等级 where the occupation has none. */
export const levelLabel = (level: number): string => (isSkillLevel(level) ? skillLevelLabel(level) : "无等级");

/** 电工 · 五级/初级工 */
export const projectLabel = (occupationName: string, level: number): string =>
  isSkillLevel(level) ? `${occupationName} · ${skillLevelLabel(level)}` : occupationName;

export const levelChoices = [
  ...skillLevels.map((level) => ({ value: String(level), label: skillLevelLabel(level) })),
  { value: "0", label: "无等级" },
];

import { isSkillLevel, skillLevelLabel, skillLevels } from "@jinengtong/standards";

/** 五级/初级工; 无等级 where the occupation has none. */
export const levelLabel = (level: number): string => (isSkillLevel(level) ? skillLevelLabel(level) : "无等级");

/** 电工 · 五级/初级工 */
export const projectLabel = (occupationName: string, level: number): string =>
  isSkillLevel(level) ? `${occupationName} · ${skillLevelLabel(level)}` : occupationName;

/** 电工（五级/初级工）; the bare name where there is no level. */
export const withLevel = (name: string, level: number): string =>
  isSkillLevel(level) ? `${name}（${skillLevelLabel(level)}）` : name;

/** The five skill levels and "none", to choose from. */
export const levelChoices = [
  ...skillLevels.map((level) => ({ value: String(level), label: skillLevelLabel(level) })),
  { value: "0", label: "无等级" },
];

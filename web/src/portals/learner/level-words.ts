import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";

/** 电工（五级/初级工）; the bare occupation where it has no level. */
export const withLevel = (name: string, level: number): string =>
  isSkillLevel(level) ? `${name}（${skillLevelLabel(level)}）` : name;

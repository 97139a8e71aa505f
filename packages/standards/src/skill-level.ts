import { type CodeOf, codeList } from "./code-list.ts";

/** The five levels of 职业技能等级: 5 is the lowest, 1 the highest. */
export type SkillLevel = 5 | 4 | 3 | 2 | 1;

export const skillLevels: readonly SkillLevel[] = [5, 4, 3, 2, 1];

const LEVEL_LABELS: Readonly<Record<SkillLevel, string>> = {
  5: "五级/初级工",
  4: "四级/中级工",
  3: "三级/高级工",
  2: "二级/技师",
  1: "一级/高级技师",
};

export function skillLevelLabel(level: SkillLevel): string {
  return LEVEL_LABELS[level];
}

export function isSkillLevel(level: unknown): level is SkillLevel {
  return level === 5 || level === 4 || level === 3 || level === 2 || level === 1;
}

/** 高技能人才 means 高级工 and above. */
export function isHighSkilled(level: SkillLevel): boolean {
  return level <= 3;
}

/** Parses a level in its spellings: `5`, `五级`, `初级`, `初级工`, `五级/初级工`. Undefined if it isn't one. */
export function readSkillLevel(text: string): SkillLevel | undefined {
  const plain = text.replace(/\s/g, "");
  return skillLevels.find((level) => {
    const [ordinal = "", name = ""] = LEVEL_LABELS[level].split("/");
    const short = name.endsWith("工") ? name.slice(0, -1) : name;
    return [
      String(level),
      ordinal,
      name,
      short,
      `${ordinal}/${name}`,
      `${ordinal}（${name}）`,
      `${ordinal}(${name})`,
    ].includes(plain);
  });
}

/** 新八级工: the eight ranks of 2022, by which an enterprise may add ranks below and above the five levels. */
export const eightLevels = codeList({
  apprentice: "学徒工",
  junior: "初级工",
  intermediate: "中级工",
  senior: "高级工",
  technician: "技师",
  "senior-technician": "高级技师",
  "special-technician": "特级技师",
  "chief-technician": "首席技师",
});
export type EightLevel = CodeOf<typeof eightLevels>;

const FIVE_OF_EIGHT: Readonly<Partial<Record<EightLevel, SkillLevel>>> = {
  junior: 5,
  intermediate: 4,
  senior: 3,
  technician: 2,
  "senior-technician": 1,
};

/** Level that corresponds to one of the eight ranks; undefined for 学徒工, 特级技师 and 首席技师. */
export function skillLevelOfEight(level: EightLevel): SkillLevel | undefined {
  return FIVE_OF_EIGHT[level];
}

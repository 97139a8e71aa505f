import { addMonths, type CivilDate } from "./civil-date.ts";
import { parseCitizenId, type Sex } from "./citizen-id.ts";

interface AgeFloor {
  since: string;
  years: number;
  source: string;
}

/** Youngest age of employment, and so of training for it, by the day it came into force; the newest first. */
export const AGE_FLOORS: readonly AgeFloor[] = [
  { since: "1995-01-01", years: 16, source: "《中华人民共和国劳动法》第十五条" },
];

interface RetiringAge {
  /** Born on or after this day, the age rises by a month for every four months of birth, up to 36 months. */
  risesFromBirth: string;
  years: number;
  source: string;
}

const RETIRING_SOURCE =
  "国发〔1978〕104 号；《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》（2025-01-01 起施行）";

/** Statutory retiring ages: men, and women at the later of their two ages. */
export const RETIRING_AGES: Readonly<Record<Sex, RetiringAge>> = {
  M: { risesFromBirth: "1965-01-01", years: 60, source: RETIRING_SOURCE },
  F: { risesFromBirth: "1970-01-01", years: 55, source: RETIRING_SOURCE },
};

/** The floor that a person born on that day hadn't reached on the given day; undefined if they were old enough, or there was none. */
const unreachedFloor = (birthDate: CivilDate, on: CivilDate): AgeFloor | undefined => {
  const floor = AGE_FLOORS.find(({ since }) => since <= on);
  return floor === undefined || addMonths(birthDate, floor.years * 12) <= on ? undefined : floor;
};

/** Sentence that refuses an employment to a person born on that day; null if they were old enough on the given day. */
export function tooYoungToWork(birthDate: CivilDate, on: CivilDate): string | null {
  const floor = unreachedFloor(birthDate, on);
  if (floor === undefined) return null;
  return `这一天未满 ${floor.years} 周岁，用人单位不得招用（${floor.source}）。请核对日期和身份证号。`;
}

/** Sentence that refuses training to a person born on that day; null if they are old enough on the given day. */
export function tooYoungToTrain(birthDate: CivilDate, on: CivilDate): string | null {
  const floor = unreachedFloor(birthDate, on);
  if (floor === undefined) return null;
  return `未满 ${floor.years} 周岁，不能参加补贴性职业技能培训（${floor.source}）。满 ${floor.years} 周岁后再报名。`;
}

const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Day on which a person reaches the statutory retiring age. */
export function retiresOn(birthDate: CivilDate, sex: Sex): CivilDate {
  const { risesFromBirth, years } = RETIRING_AGES[sex];
  const since = months(birthDate) - months(risesFromBirth);
  const later = since < 0 ? 0 : Math.min(36, Math.floor(since / 4) + 1);
  return addMonths(birthDate, years * 12 + later);
}

/**
 * Warning of an import about the age of a person with this identity number: too young to be employed or trained, or past the
 * retiring age, which a clerk has to look at; null otherwise or if the number can't be read.
 */
export function ageWarning(
  citizenId: string,
  on: CivilDate,
): { code: "too-young" | "past-retiring-age"; sentence: string } | null {
  const parsed = parseCitizenId(citizenId);
  if (!parsed.ok) return null;
  const { birthDate, sex } = parsed.value;
  const tooYoung = tooYoungToTrain(birthDate, on);
  if (tooYoung !== null) return { code: "too-young", sentence: tooYoung };
  if (retiresOn(birthDate, sex) > on) return null;
  return {
    code: "past-retiring-age",
    sentence: `已过法定退休年龄（${retiresOn(birthDate, sex)} 到龄），按月领取养老金的不享受补贴，请核对。`,
  };
}

/** A county under simulation: its world, its people, and what they know of each other's doings. */
import { type CivilDate, isWorkingDay } from "@jinengtong/standards";
import { Random } from "./random.ts";
import type { Resident } from "./residents.ts";
import type { Staff } from "./staff.ts";
import type { World } from "./world.ts";

export interface Wish {
  seed: string;
  people: number;
  /** Days to live. */
  days: number;
  start: CivilDate;
  /** Left out of the history: kinds of mishaps, strikes, or actors, by name. Shrinking a failing history fills it. */
  without: ReadonlySet<string>;
}

/** Times of a day at which people act, in China: never so far apart that a session ends between two, but for the lunch break. */
export const HOURS = ["00:50", "07:50", "08:20", "09:55", "11:40", "15:00", "16:40", "19:30"] as const;
/** Offices and schools are closed. */
export const REST_DAY_HOURS: readonly Hour[] = ["00:50", "19:30"];
export type Hour = (typeof HOURS)[number];

/** Somebody who acts. Each file of `actors/` is one. */
export interface Actor {
  readonly name: string;
  /** Acts at this hour of the county's day, or does nothing. */
  at(hour: Hour): Promise<void>;
}

export interface School {
  readonly staff: Staff;
  readonly name: string;
  readonly organisationId: string;
  readonly teacherIds: string[];
  readonly roomIds: string[];
}
export interface Enterprise {
  readonly staff: Staff;
  readonly name: string;
  readonly organisationId: string;
}

/** Common knowledge of the county. */
export interface County {
  readonly wish: Wish;
  readonly world: World;
  readonly residents: readonly Resident[];
  readonly admin: Staff;
  readonly reviewers: readonly Staff[];
  readonly finance: readonly Staff[];
  readonly auditor: Staff;
  readonly schools: readonly School[];
  readonly enterprises: readonly Enterprise[];
  readonly evaluator: Enterprise;
  /** Classes that enterprises want a school to hold: for these of their staff, or with null for whoever waits at the school. */
  readonly orders: { school: string; enterpriseId: string; benefit: string; learners: readonly Resident[] | null }[];
  /** Teachers' screens this morning, and the phones of who sits before them. The code changes, so it is read when somebody looks. */
  readonly screens: { sessionId: string; number: string; phones: ReadonlySet<string>; code: () => Promise<string> }[];
  /** Evenings of online lessons: those who are to learn at home on a class's first day. */
  readonly homework: { classId: string; number: string; startsOn: CivilDate; learners: readonly Resident[] }[];
  /** Exams that schools have asked the evaluator to hold. */
  readonly evaluations: { examId: string; number: string }[];
  /** Numbers that were copied wrongly on a roster, and the day on which it is noticed. */
  readonly mistaken: { resident: Resident; wrong: string; noticedOn: CivilDate }[];
  /** Who comes to the counter tomorrow with their identity card, so that their phone is recorded. */
  readonly counter: Resident[];
  /** Phones of residents who have an account. */
  readonly registered: Set<string>;
  /** By number: who trains in a relative's place, and the confirmed declaration. */
  readonly inPlace: Map<string, string>;
  /** Files that finance has sent and the bank has not paid yet. */
  readonly bank: { number: string; file: string }[];
  /** The stream of one actor on this day. */
  random(actor: string): Random;
  /** Whether a mishap of this kind happens to this actor today: never where it is left out. */
  mishap(kind: string, actor: string, probability: number): boolean;
  isWorkday(): boolean;
}

export function countyOf(given: Omit<County, "random" | "mishap" | "isWorkday">): County {
  const streams = new Map<string, Random>();
  let day = "";
  const stream = (name: string): Random => {
    if (given.world.today !== day) streams.clear();
    day = given.world.today;
    const known = streams.get(name);
    if (known) return known;
    const made = new Random(`${given.wish.seed} ${day} ${name}`);
    streams.set(name, made);
    return made;
  };
  return {
    ...given,
    random: stream,
    mishap: (kind, actor, probability) =>
      stream(`${kind} ${actor}`).chance(probability) && !given.wish.without.has(kind),
    isWorkday: () => isWorkingDay(given.world.today),
  };
}

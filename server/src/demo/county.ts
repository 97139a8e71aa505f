import { addDays, type CivilDate } from "@jinengtong/standards";
import type { HistoryEntry, Policy } from "@jinengtong/policy";
import type { Sealer } from "../adapters/seal/index.ts";
import type { TrainedClass } from "./class-types.ts";
import { createRandom, idOf, type Random } from "./random.ts";
import type { Sink } from "./sink.ts";

/** What the parts of the generator share while a county is made. */
export interface County {
  sink: Sink;
  sealer: Sealer;
  policy: Policy;
  random: Random;
  /** The moment the county lives in, and its day: the last of its history. */
  now: Date;
  today: CivilDate;
  /** Its first day. */
  firstDay: CivilDate;
  region: string;
  towns: readonly string[];
  counters: Record<
    | "watch"
    | "payment"
    | "class"
    | "organisation"
    | "person"
    | "row"
    | "session"
    | "enrolment"
    | "certificate"
    | "claim"
    | "entry"
    | "mark"
    | "posting"
    | "review"
    | "history"
    | "decision"
    | "admissionEvent"
    | "message"
    | "consent"
    | "credit",
    number
  >;
  /** The latest classes that are under way. */
  running: TrainedClass[];
  projects: { id: string; code: string; kind: "named-plan" | "project-based" }[];
  organisations: Organisation[];
  enterprises: { id: string; uscc: string; name: string }[];
  evaluators: { id: string; name: string; uscc: string; town: string }[];
  /** Officers by account id, who review and pay. */
  reviewers: readonly [string, string];
  payers: readonly [string, string];
  /** What the few people who train twice were granted before, and the slots they hold. */
  history: Map<number, HistoryEntry[]>;
  held: Map<string, number>;
}

export interface Organisation {
  id: string;
  kind: "training-institution" | "vocational-school";
  name: string;
  uscc: string;
  town: string;
  /** The account that acts for it. */
  accountId: string;
  lanes: Lane[];
  certificates: Map<number, number>;
}

/** A teacher in a room: classes follow one another there, so nobody is in two places. */
export interface Lane {
  teacherId: string;
  teacherPersonId: string;
  roomId: string;
  latitude: number;
  longitude: number;
  freeFrom: CivilDate;
}

export const MONTHS_OF_HISTORY = 22;

export function openCounty(
  given: Pick<County, "sink" | "sealer" | "policy" | "now" | "today" | "region" | "towns" | "reviewers" | "payers">,
  seed: number,
): County {
  return {
    ...given,
    random: createRandom(seed),
    firstDay: addDays(given.today, -MONTHS_OF_HISTORY * 30),
    counters: {
      watch: 0,
      payment: 0,
      class: 0,
      organisation: 0,
      person: 0,
      row: 0,
      session: 0,
      enrolment: 0,
      certificate: 0,
      claim: 0,
      entry: 0,
      mark: 0,
      posting: 0,
      review: 0,
      history: 0,
      decision: 0,
      admissionEvent: 0,
      message: 0,
      consent: 0,
      credit: 0,
    },
    running: [],
    projects: [],
    organisations: [],
    enterprises: [],
    evaluators: [],
    history: new Map(),
    held: new Map(),
  };
}

/** A fresh id of a kind that is not counted otherwise. */
export const rowId = (county: County): string => idOf("row", (county.counters.row += 1));

export const at = (date: CivilDate, time: string): string => `${date}T${time}+08:00`;

/** An hour of a day that is over, or now where the hour is still to come: nothing has happened tomorrow. */
export const past = (county: County, date: CivilDate, time: string): string =>
  Date.parse(at(date, time)) > county.now.getTime() ? county.now.toISOString() : at(date, time);

/** What the transition trigger would have written. */
export function addHistory(
  county: County,
  machine: string,
  subjectId: string,
  steps: readonly { to: string; at: string; by: string | null; reason?: string }[],
): void {
  let from = "";
  for (const step of steps) {
    county.sink.add("state_history", {
      id: (county.counters.history += 1),
      machine,
      subject_id: subjectId,
      from_state: from,
      to_state: step.to,
      at: step.at,
      account_id: step.by,
      reason: step.reason ?? null,
    });
    from = step.to;
  }
}

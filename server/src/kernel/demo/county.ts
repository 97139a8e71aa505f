import { addDays, type CivilDate } from "@jinengtong/standards";
import type { Policy } from "@jinengtong/policy";
import type { Sealer } from "../../adapters/seal/index.ts";
import type { FileStore } from "../files.ts";
import type { Services } from "../services.ts";
import { idOf } from "./ids.ts";
import { createRandom, type Random } from "./random.ts";
import { timestamp, type Sink, type Timestamp } from "./sink.ts";

/**
 * The demo county under construction: state shared by the modules' parts. A module adds fields by declaration merging, as with
 * `Tables` (`declare module "../../kernel/demo/county.ts" { interface DemoCounty { … } }`), and sets them in `begin`.
 */
export interface DemoCounty {
  sink: Sink;
  sealer: Sealer;
  files: FileStore;
  policy: Policy;
  random: Random;
  /** The county's present moment and day: the end of its history. */
  now: Date;
  today: CivilDate;
  /** Its first day. */
  firstDay: CivilDate;
  region: string;
  towns: readonly string[];
  /** Courses taught. */
  courses: readonly Course[];
  /** Number of institutions that teach it. */
  institutions: number;
  /** Counter for rows without one of their own. */
  rows: number;
}

/** A course: item, level, hours, and the benefit it is filed for. Amounts are samples (示例), in yuan. */
export interface Course {
  occupation: string;
  name: string;
  level: 0 | 3 | 4 | 5;
  hours: number;
  trainingYuan: number;
  assessmentYuan: number;
  benefit:
    | "unemployed-training"
    | "pre-job"
    | "on-job"
    | "skill-upgrade"
    | "special-operation"
    | "startup-training"
    | "order-class"
    | "apprenticeship"
    | "project-training";
  certificate: "completion" | "skill-level" | "special-operation";
  content: "occupation" | "new-industry" | "entrepreneurship" | "new-occupation" | "general-quality";
  weight: number;
  topics: readonly string[];
}

/** A module's part of the demo county. All modules begin, in their order; then the county's history is told; then all end. */
export interface DemoPart {
  /** Sets its fields, and writes rows that exist before the first class. */
  begin?(county: DemoCounty): void | Promise<void>;
  /** Writes rows that depend on the history, and work that is open on the last day. */
  end?(county: DemoCounty): void | Promise<void>;
  /** Runs the platform's own operations on the finished county. */
  morningAfter?(services: Services): Promise<void>;
}

const MONTHS_OF_HISTORY = 22;

/** An empty county; each module's `begin` sets the fields it declares. */
export const openCounty = (
  given: Pick<
    DemoCounty,
    "sink" | "sealer" | "files" | "policy" | "now" | "today" | "region" | "towns" | "courses" | "institutions"
  >,
  seed: number,
): DemoCounty =>
  ({
    ...given,
    random: createRandom(seed),
    firstDay: addDays(given.today, -MONTHS_OF_HISTORY * 30),
    rows: 0,
  }) as DemoCounty;

/** A new id of a kind without a counter of its own. */
export const rowId = (county: DemoCounty): string => idOf("row", (county.rows += 1));

export const at = (date: CivilDate, time: string): Timestamp => `${date}T${time}+08:00`;

/** An hour of a past day, or now if the hour is still to come: nothing may happen in the future. */
export const past = (county: DemoCounty, date: CivilDate, time: string): Timestamp =>
  Date.parse(at(date, time)) > county.now.getTime() ? timestamp(county.now) : at(date, time);

/** A row as the transition trigger would have written it. */
export function addHistory<State extends string>(
  county: DemoCounty,
  { machine }: { machine: string; states: Record<State, unknown> },
  subjectId: string,
  steps: readonly { to: State; at: Timestamp; by: string | null; reason?: string }[],
): void {
  let from = "";
  for (const step of steps) {
    county.sink.add("state_history", {
      id: county.sink.next("state_history"),
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

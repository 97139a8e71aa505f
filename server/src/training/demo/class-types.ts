import type { CivilDate } from "@jinengtong/standards";
import type { Course } from "../../kernel/demo/county.ts";
import type { DemoLane, DemoOrganisation } from "../../organisations/index.ts";
import type { DemoPerson } from "../../people/index.ts";

export type DemoClassState = "draft" | "submitted" | "returned" | "approved" | "running" | "completed" | "closed";

/** Planted fault, for oversight to find. */
export type Fraud = "one-device" | "shared-card" | "no-attendance" | "insured" | "shared-phone";

export interface Learner {
  person: DemoPerson;
  enrolmentId: string;
  offlineHours: number;
  /** Sessions that count for them. */
  present: Session[];
  complete: boolean;
  passed: boolean;
  certificateId: string | null;
  /** Trained before, so they get no planted fault here. */
  known: boolean;
}

export interface TrainedClass {
  id: string;
  number: string;
  organisation: DemoOrganisation;
  lane: DemoLane;
  course: Course;
  startsOn: CivilDate;
  endsOn: CivilDate;
  state: DemoClassState;
  learners: Learner[];
  sessions: Session[];
  fraud: Fraud | null;
  /** Enterprise whose staff it trains; its claims are the enterprise's. */
  enterprise: ClassEnterprise | null;
}

/** A time of day at which classes meet. */
export interface Slot {
  from: string;
  to: string;
  /** 课时 of 45 minutes. */
  hours: number;
  /** Label of unusual hours, so that nobody takes them for a real timetable. */
  shift: string | null;
}

export interface Day extends Slot {
  date: CivilDate;
}

/** A meeting of a class as it was added. */
export interface Session extends Day {
  id: string;
}

/** Most hours that one session counts; a class can be completed with one missed. */
export const HOURS_A_SESSION = 4;

/** An enterprise as its classes and claims name it. */
export interface ClassEnterprise {
  id: string;
  name: string;
  uscc: string;
  /** The account that claims for it. */
  accountId: string;
}

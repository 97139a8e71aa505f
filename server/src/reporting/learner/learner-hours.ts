import { classHoursOfMinutes } from "@jinengtong/standards";

/** Offline and online hours of an enrolment so far. */
export interface HourFacts {
  /** Class hours attended in person. */
  offline: number;
  /** Credited watching, milliseconds. */
  onlineMs: number;
  required: number;
  /** The share of the required hours that may come from online lessons. */
  ratio: number;
}

/**
 * The hours a learner sees, by the rule of `completionOf` (a test holds the two together). Worked out from the page's own statement,
 * because the learner's pages may not cost more than one.
 */
export function learnerHours({ offline, onlineMs, required, ratio }: HourFacts) {
  const online = classHoursOfMinutes(onlineMs / 60_000);
  const counted = offline + Math.min(online, ratio * required);
  return {
    offlineHours: offline,
    onlineHours: online,
    /** Two decimals, cut. */
    countedHours: Math.floor(counted * 100 + 1e-6) / 100,
    requiredHours: required,
    /** Upper limit of online hours that may count. */
    onlineLimit: Math.floor(ratio * required * 100 + 1e-6) / 100,
  };
}

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
 * Hours for a learner's pages, by the rule of `completionOf` (a test compares the two). Computed from the page's own statement,
 * since these pages may run only one.
 */
export function learnerHours({ offline, onlineMs, required, ratio }: HourFacts) {
  const online = classHoursOfMinutes(onlineMs / 60_000);
  const counted = offline + Math.min(online, ratio * required);
  return {
    offlineHours: offline,
    onlineHours: online,
    /** Rounded down to two decimals. */
    countedHours: Math.floor(counted * 100 + 1e-6) / 100,
    requiredHours: required,
    /** Upper limit of online hours that may count. */
    onlineLimit: Math.floor(ratio * required * 100 + 1e-6) / 100,
  };
}

/** One class hour (课时) is 45 minutes. Credit is kept in seconds or minutes; class hours are only how it is read. */
export const MINUTES_PER_CLASS_HOUR = 45;

/**
 * Class hours earned by this many minutes, cut (never rounded up) to two decimals: 89.9 minutes are 1.99 class hours,
 * because nobody is paid for time that was not there. Refuses negative and non-finite minutes.
 */
export function classHoursOfMinutes(minutes: number): number {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError("Minutes must be a number of at least 0.");
  }
  // Whole seconds first: 44.999999 from a chain of divisions is 45 minutes, not 44.
  const seconds = Math.round(minutes * 60);
  return Math.floor((seconds * 100) / (MINUTES_PER_CLASS_HOUR * 60)) / 100;
}

/** Minutes that make up so many class hours: 2 → 90. */
export function minutesOfClassHours(classHours: number): number {
  if (!Number.isFinite(classHours) || classHours < 0) {
    throw new RangeError("Class hours must be a number of at least 0.");
  }
  return classHours * MINUTES_PER_CLASS_HOUR;
}

/** `60 课时`, `1.5 课时`. */
export function formatClassHours(classHours: number): string {
  return `${Number(classHours.toFixed(2))} 课时`;
}

/** One class hour (课时) is 45 minutes. Watched time is stored in seconds or minutes; class hours are only derived from it. */
export const MINUTES_PER_CLASS_HOUR = 45;

/**
 * Class hours of this many minutes, rounded down to two decimals: 89.9 minutes are 1.99 class hours, since nobody is paid for time
 * that wasn't there. Refuses negative and non-finite minutes.
 */
export function classHoursOfMinutes(minutes: number): number {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError("Minutes must be a number of at least 0.");
  }
  // Rounds to whole seconds first: 44.999999 from a chain of divisions is 45 minutes, not 44.
  const seconds = Math.round(minutes * 60);
  return Math.floor((seconds * 100) / (MINUTES_PER_CLASS_HOUR * 60)) / 100;
}

/** Minutes of so many class hours: 2 → 90. */
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

/** One sign-in as the live view judges it. */
export interface SignInTrace {
  at: number;
  device: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Oddity {
  code: "one-device" | "within-seconds" | "outside-place";
  sentence: string;
  count: number;
}

/** Thresholds in number, time and distance for reporting a pattern of sign-ins. */
export const ODD = { people: 5, withinMs: 3_000, metres: 1_000 } as const;

/**
 * Anomalies in the sign-ins of one session: one phone for several people, many within the same seconds, phones far from the room.
 */
export function oddities(
  traces: readonly SignInTrace[],
  room: { latitude: number | null; longitude: number | null },
): Oddity[] {
  const found: Oddity[] = [];
  const shared = sharedDevices(traces);
  if (shared > 0) found.push({ code: "one-device", count: shared, sentence: `${shared} 人与他人用同一部手机签到` });
  const burst = largestBurst(traces.map((trace) => trace.at));
  if (burst >= ODD.people)
    found.push({ code: "within-seconds", count: burst, sentence: `${burst} 人在 ${ODD.withinMs / 1_000} 秒内签到` });
  const away = traces.filter((trace) => distance(trace, room) > ODD.metres).length;
  if (away > 0) found.push({ code: "outside-place", count: away, sentence: `${away} 人签到时不在教室附近` });
  return found;
}

function sharedDevices(traces: readonly SignInTrace[]): number {
  const people = new Map<string, number>();
  for (const { device } of traces) if (device !== null) people.set(device, (people.get(device) ?? 0) + 1);
  return [...people.values()].filter((count) => count > 1).reduce((total, count) => total + count, 0);
}

/** Most sign-ins within any window of `withinMs`. */
function largestBurst(instants: readonly number[]): number {
  const sorted = instants.toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [last, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) > ODD.withinMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points (haversine); 0 if either is unknown. */
export function distance(
  a: { latitude: number | null; longitude: number | null },
  b: { latitude: number | null; longitude: number | null },
): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return 0;
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}

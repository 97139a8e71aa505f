export interface WeekEntry {
  id: string;
  /** `2020-03-02` */
  date: string;
  /** `08:30` */
  from: string;
  to: string;
  title: string;
  lines: readonly string[];
  /** Struck out: cancelled. */
  off?: boolean;
  /** Set apart: a practice session, or another class. */
  tone?: "plain" | "strong";
}

export interface Placed {
  entry: WeekEntry;
  /** Which of the parallel lanes, and how many there are. */
  lane: number;
  lanes: number;
}

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Lays out overlapping entries of one day side by side. */
export function placeDay(entries: readonly WeekEntry[]): Placed[] {
  const sorted = entries.toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  const placed: Placed[] = [];
  let cluster: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of cluster) one.lanes = ends.length;
    placed.push(...cluster);
    cluster = [];
    ends = [];
  };
  for (const entry of sorted) {
    const start = minuteOf(entry.from);
    if (ends.length > 0 && ends.every((end) => end <= start)) close();
    let lane = ends.findIndex((end) => end <= start);
    if (lane < 0) lane = ends.length;
    ends[lane] = minuteOf(entry.to);
    cluster.push({ entry, lane, lanes: 1 });
  }
  close();
  return placed;
}

/** Visible hours of a week: from the first session to the last, at least 8 to 18. */
export function hoursOfWeek(entries: readonly WeekEntry[]): { first: number; last: number } {
  const first = Math.min(8, ...entries.map((entry) => Math.floor(minuteOf(entry.from) / 60)));
  const last = Math.max(18, ...entries.map((entry) => Math.ceil(minuteOf(entry.to) / 60)));
  return { first, last };
}

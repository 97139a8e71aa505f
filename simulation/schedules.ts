/** The platform's schedules on a clock that jumps: when each falls due on the way. */
import { parseCronItems } from "graphile-worker";
import type { Schedule } from "../server/src/kernel/queue.ts";

const MINUTE_MS = 60_000;

export interface TimedSchedule extends Schedule {
  /** Instants after `from` and until `to` at which it falls due. */
  timesBetween(from: Date, to: Date): number[];
}

export function timed(schedule: Schedule): TimedSchedule {
  const [item] = parseCronItems([{ task: schedule.name, match: schedule.cron }]);
  if (!item) throw new Error(`${schedule.name} has no time`);
  const matches = (at: number): boolean => {
    const time = new Date(at);
    return item.match({
      min: time.getUTCMinutes(),
      hour: time.getUTCHours(),
      date: time.getUTCDate(),
      month: time.getUTCMonth() + 1,
      dow: time.getUTCDay(),
    });
  };
  return {
    ...schedule,
    timesBetween(from, to) {
      const times: number[] = [];
      const last = Math.floor(to.getTime() / MINUTE_MS) * MINUTE_MS;
      // Two are enough to know that it comes several times.
      for (let at = last; at > from.getTime() && times.length < 2; at -= MINUTE_MS) if (matches(at)) times.push(at);
      return times.toReversed();
    },
  };
}

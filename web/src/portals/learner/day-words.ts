import { dateOf, timeOf } from "../../kit/format.ts";

const weekday = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", weekday: "short" });

/** Date and time as people say it: 今天 14:30, 明天 09:00, 2020-03-05 周四 09:00. */
export function dayWords(instant: string, now: Date = new Date()): string {
  const day = dateOf(instant);
  if (day === dateOf(now)) return `今天 ${timeOf(instant)}`;
  if (day === dateOf(new Date(now.getTime() + 86_400_000))) return `明天 ${timeOf(instant)}`;
  return `${day} ${weekday.format(new Date(instant))} ${timeOf(instant)}`;
}

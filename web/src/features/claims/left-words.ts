import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type TimesLeft = NonNullable<Output<Api["policy"]["estimate"]>["benefits"][number]["left"]>;

const PERIODS = { "calendar-year": "今年", "rolling-year": "12 个月内", ever: "一共" } as const;

/** Says the times that a benefit may still be had; before the first time, how often at all. */
export function leftWords({ per, most, left }: TimesLeft): string {
  if (left < most) return left === 0 ? `${PERIODS[per]}已经领满 ${most} 次。` : `${PERIODS[per]}还能领 ${left} 次。`;
  return per === "calendar-year" ? `每年最多 ${most} 次。` : `${PERIODS[per]}最多 ${most} 次。`;
}

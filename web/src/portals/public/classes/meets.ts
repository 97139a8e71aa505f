import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

type Meets = NonNullable<Output<Api["openClasses"]["show"]>["meets"]>;

/** When a class meets, in the words of somebody with a job. */
export const MEETS: Record<Meets, string> = {
  day: "白天上课",
  evening: "晚上上课",
  weekend: "周末上课",
  "off-work": "晚上和周末上课",
};

/** Choices for the time that somebody has. */
export const meetsChoices = [
  { value: "off-work", label: "下班以后（晚上或周末）" },
  { value: "evening", label: "只要晚上" },
  { value: "weekend", label: "只要周末" },
  { value: "day", label: "白天" },
] as const satisfies { value: Meets; label: string }[];

/** A time of day as an address says it; anything else is none. */
export const meetsOf = (text: string): Meets | undefined => meetsChoices.find(({ value }) => value === text)?.value;

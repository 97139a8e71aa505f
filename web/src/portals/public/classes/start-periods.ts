import { dateOf } from "../../../kit/format.ts";

export const startChoices = [
  { value: "week", label: "一周以内" },
  { value: "month", label: "一个月以内" },
  { value: "later", label: "一个月以后" },
] as const;

const inDays = (days: number): string => dateOf(new Date(Date.now() + days * 86_400_000));

/** The days between which a class begins, for the search. */
export function startPeriod(choice: string): { startsFrom?: string; startsTo?: string } {
  if (choice === "week") return { startsFrom: inDays(0), startsTo: inDays(7) };
  if (choice === "month") return { startsFrom: inDays(0), startsTo: inDays(31) };
  if (choice === "later") return { startsFrom: inDays(32) };
  return {};
}

import { county } from "@jinengtong/county";
import { z } from "zod";
import { classFeedbackStates } from "../class-feedback-states.ts";

/** The sides of a class that a learner gives stars for, as they are called on the pages. */
export const ASPECTS = {
  teaching: "讲得清楚",
  practice: "动手够不够",
  service: "安排和服务",
  useful: "学了用得上",
} as const;

const Star = z.int().min(1, "请给 1 至 5 颗星").max(5, "请给 1 至 5 颗星");
export const Stars = z.strictObject({
  teaching: Star.describe(ASPECTS.teaching),
  practice: Star.describe(ASPECTS.practice),
  service: Star.describe(ASPECTS.service),
  useful: Star.describe(ASPECTS.useful),
});

export const FeedbackState = z.enum(["submitted", "published", "refused", "withdrawn"]);
export const labelOf = (state: z.output<typeof FeedbackState>): string => classFeedbackStates.states[state].label;

/** Least number of ratings that a mean may be made of, on that day; null where the county has set none, and then no mean is shown. */
export const leastRatings = (date: string): number | null =>
  county().feedback?.findLast(({ from }) => from <= date)?.least ?? null;

import { z } from "zod";
import { Id, Instant } from "../../kernel/shapes.ts";

/** A queue with its length and number of late items. `code` names its page. */
export const Queue = z.object({
  code: z.string(),
  label: z.string(),
  count: z.number().int(),
  overdue: z.number().int().optional(),
});
export type Queue = z.output<typeof Queue>;

/** One figure with its unit; money in fen under 元. */
export const Figure = z.object({
  code: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.enum(["人次", "人", "课时", "本", "件", "笔", "个", "元"]),
});
export type Figure = z.output<typeof Figure>;

/** A session of today, with expected and marked learners. */
export const TodaySession = z.object({
  sessionId: Id,
  classId: Id,
  className: z.string(),
  topic: z.string(),
  room: z.string(),
  teacher: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  expected: z.number().int(),
  marked: z.number().int(),
  present: z.number().int(),
});

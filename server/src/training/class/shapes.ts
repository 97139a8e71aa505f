import { z } from "zod";
import { CivilDate, Id, Instant, Line, Text } from "../../kernel/shapes.ts";

/** Schemas shared by operations on classes. */
export const Level = z.number().int().min(0).max(5).describe("5 初级 … 1 高级技师；0 无等级");
export const Town = z.string().regex(/^\d{9}$/, "请选择镇（街道）");
/** A number that a school publishes: fixed or mobile, with its area code and extension. */
export const PublicPhone = Line(25, 5).regex(/^[\d+][\d -]{4,24}$/, "请填写电话号码，如 0513-87654321");
export const ContentKind = z.enum([
  "general-quality",
  "occupation",
  "new-industry",
  "entrepreneurship",
  "new-occupation",
]);
export const Course = z.enum(["syb", "simulation", "online-business", "ability"]);

/** Body of an act that needs only a reason. */
export const Reason = z.strictObject({ reason: Text(500, 2) });

/** One line of a list of classes. */
export const ClassLine = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  policyId: z.string(),
  benefit: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: Level,
  town: z.string(),
  startsOn: CivilDate,
  endsOn: CivilDate,
  capacity: z.number().int(),
  seatsTaken: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  submittedAt: Instant.nullable(),
});

/** A session, for pages. */
export const SessionLine = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  hours: z.number().int(),
  topic: z.string(),
  qualityModule: z.boolean(),
  practice: z.boolean(),
  teacherId: Id,
  teacherName: z.string(),
  roomId: Id,
  roomName: z.string(),
  roomAddress: z.string(),
  cancelled: z.boolean(),
  cancelledBecause: z.string().nullable(),
});

import { z } from "zod";
import { Id, Text } from "../../kernel/shapes.ts";
import type { MarkInput } from "../attendance/roll-call.ts";
import { SessionInput } from "../timetable/session-input.ts";

/** Changes to an approved class. Old sessions are cancelled with the reason and new ones added; nothing is rewritten. */
export const TimetableChange = z
  .strictObject({
    kind: z.literal("timetable"),
    cancel: z.array(Id).max(200).default([]),
    sessions: z.array(SessionInput).max(200).default([]),
    reason: Text(500, 2),
  })
  .refine((change) => change.cancel.length + change.sessions.length > 0, { message: "请至少取消或增加一节课" });

/** Stored form of a change, applied on approval. A joiner is a person's id only; `against` are requirements it breaks; `fileId` is the signed sheet. */
export type ChangeContent =
  | { kind: "timetable"; cancel: string[]; sessions: SessionInput[]; against?: string[] }
  | { kind: "joiner"; personId: string; groupCode: string | null; against?: string[] }
  | { kind: "attendance"; sessionId: string; fileId: string; mediaType: string; marks: MarkInput[] };

import { MESSAGE_KINDS, kindOfMessage, MESSAGE_TEMPLATES, type MessageKind } from "@jinengtong/words";
import { z } from "zod";
import type { Role } from "../../kernel/actor.ts";

/** When messages of a kind are sent on: each within minutes, counted in the letter of the day, or not at all. */
export const MAIL_TIMES = ["at-once", "daily", "never"] as const;
export type MailTime = (typeof MAIL_TIMES)[number];

export const Kind = z.enum(Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]);

/** Whoever isn't told by text message. */
export const MAIL_ROLES: readonly Role[] = [
  "institution",
  "enterprise",
  "evaluator",
  "reviewer",
  "department",
  "finance",
  "auditor",
  "security",
  "admin",
];

export type Choices = Partial<Record<MessageKind, MailTime>>;

/** An account's choice for a kind; until it chose, once a day. */
export const timeOf = (choices: Choices, kind: MessageKind): MailTime => choices[kind] ?? "daily";

/** Templates of the kinds that are sent at that time. */
export const templatesAt = (choices: Choices, time: MailTime): string[] =>
  MESSAGE_TEMPLATES.filter((template) => timeOf(choices, kindOfMessage(template)) === time);

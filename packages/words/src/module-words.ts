import type { Role } from "./roles.ts";

/**
 * Kind of a state for its reader: `turn` somebody must act; `doing` someone is at work on it; `waiting` time must pass; `done`
 * finished well; `refused` turned down; `late` overdue or stopped; `ended` closed without a result.
 */
export type StatusKind = "turn" | "doing" | "waiting" | "done" | "refused" | "late" | "ended";

/** Label of a state, and the kind of mark before it. */
export interface StateWord {
  label: string;
  /** For the owner. */
  kind: StatusKind;
  /** For the office, if it differs: a state that waits for one is the other's turn. */
  office?: StatusKind;
}

/**
 * The page that a message leads to, by the reader's role where they differ, and the words of the link. `:id` stands for the record that
 * the message is about.
 */
export interface MessagePlace {
  to: string | Partial<Readonly<Record<Role, string>>>;
  title: string;
}

/** Chinese words of one server module. Each is defined once here; server and pages both read it. */
export interface ModuleWords {
  /** Nouns of the audit log: code to label. */
  nouns: Readonly<Record<string, string>>;
  /** Token scopes: the `scope` of operations to label. */
  scopes?: Readonly<Record<string, string>>;
  /** States by machine. */
  states?: Readonly<Record<string, Readonly<Record<string, StateWord>>>>;
  /** Messages by template, with the page they lead to; null where there is none. */
  messages?: Readonly<Record<string, MessagePlace | null>>;
}

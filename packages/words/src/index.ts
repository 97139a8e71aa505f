import { accessWords } from "./access.ts";
import { assessmentWords } from "./assessment.ts";
import { catalogueWords } from "./catalogue.ts";
import { entitlementWords } from "./entitlement.ts";
import { fundWords } from "./fund.ts";
import { learningWords } from "./learning.ts";
import type { Role } from "./roles.ts";
import type { MessagePlace, StateWord, StatusKind } from "./module-words.ts";
import { organisationsWords } from "./organisations.ts";
import { oversightWords } from "./oversight.ts";
import { peopleWords } from "./people.ts";
import { reportingWords } from "./reporting.ts";
import { trainingWords } from "./training.ts";

export { REDECISION_ROW_STATES, REDECISION_STEPS } from "./redecisions.ts";
export type { MessagePlace, ModuleWords, StateWord, StatusKind } from "./module-words.ts";
export { queuePage, QUEUES } from "./queues.ts";
export { HOMES, ROLES, type Role } from "./roles.ts";

/** Words of every module, by name. A new module adds its file and a line here. */
export const WORDS = {
  access: accessWords,
  people: peopleWords,
  organisations: organisationsWords,
  catalogue: catalogueWords,
  training: trainingWords,
  learning: learningWords,
  assessment: assessmentWords,
  entitlement: entitlementWords,
  fund: fundWords,
  reporting: reportingWords,
  oversight: oversightWords,
} as const;

type AllWords = (typeof WORDS)[keyof typeof WORDS];
type KeyOf<T> = T extends unknown ? keyof T : never;
type Part<Name extends string> = AllWords extends infer W ? (W extends Record<Name, infer P> ? P : never) : never;
type Merged<T> = (T extends unknown ? (given: T) => void : never) extends (given: infer I) => void ? I : never;

/** Code of an audited noun. */
export type Noun = KeyOf<Part<"nouns">> & string;
/** Template of a message to a person or an organisation. */
export type MessageTemplate = KeyOf<Part<"messages">> & string;
/** Modules that tell anybody, in words: the kinds of messages that somebody can have sent on. */
export const MESSAGE_KINDS = {
  people: "人员信息和认定",
  organisations: "单位和用工",
  catalogue: "目录和准入",
  training: "培训班",
  learning: "课程",
  assessment: "考核和证书",
  entitlement: "补贴申请",
  fund: "拨付和追回",
  reporting: "部门报送和工作量",
  oversight: "审计日志和每日汇总",
} as const satisfies Partial<Record<keyof typeof WORDS, string>>;
export type MessageKind = keyof typeof MESSAGE_KINDS;
/** States of every machine. */
export type States = Merged<Part<"states">>;
export type Machine = keyof States & string;

function all<T>(part: "nouns" | "scopes" | "states" | "messages"): Readonly<Record<string, T>> {
  const parts = Object.values(WORDS).map((words) => (part in words ? (words as Record<string, object>)[part] : {}));
  return Object.assign({}, ...parts) as Record<string, T>;
}

const nouns = all<string>("nouns");
const states = all<Record<string, StateWord>>("states");
const messages = all<MessagePlace | null>("messages");

/** Templates of every message. */
export const MESSAGE_TEMPLATES: readonly string[] = Object.keys(messages);

/** The kind of a message: the module whose template it is. */
export const kindOfMessage = (template: string): MessageKind =>
  (Object.keys(MESSAGE_KINDS) as MessageKind[]).find((kind) => template in WORDS[kind].messages) ?? "oversight";

/** Nouns of the audit log as options of a select. */
export const nounChoices = Object.entries(nouns).map(([value, label]) => ({ value, label }));

/** Label of an audited noun; the code itself if no module declares it any more. */
export const nounOf = (code: string): string => nouns[code] ?? code;

/** Label and mark of a state; an unknown state of a newer server shows its code. */
export const stateWord = (machine: Machine, state: string): StateWord =>
  states[machine]?.[state] ?? { label: state, kind: "waiting" };

/** Mark of a state, for its owner or the office. */
export function stateKind(machine: Machine, state: string, reader: "owner" | "office" = "owner"): StatusKind {
  const { kind, office } = stateWord(machine, state);
  return reader === "office" ? (office ?? kind) : kind;
}

/** Options for states of a machine: all in order, or those named. */
export const stateChoices = <M extends Machine>(
  machine: M,
  only: readonly (keyof States[M] & string)[] = Object.keys(states[machine] ?? {}) as (keyof States[M] & string)[],
): { value: keyof States[M] & string; label: string }[] =>
  only.map((value) => ({ value, label: stateWord(machine, value).label }));

/**
 * The page a message leads to for a reader, and the words of the link; null if there is none. Without a record, the page of them all.
 */
export function messagePlace(
  template: string,
  role: Role,
  subject: string | null = null,
): { to: string; title: string } | null {
  const place = messages[template];
  const to = typeof place?.to === "object" ? place.to[role] : place?.to;
  if (place === null || place === undefined || to === undefined) return null;
  return { to: subject === null ? to.replace(/\/:id$/u, "") : to.replace(":id", subject), title: place.title };
}

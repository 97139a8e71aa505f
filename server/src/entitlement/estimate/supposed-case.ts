import {
  type AskedFacts,
  type CaseFacts,
  type Door,
  getAt,
  type HistoryEntry,
  type ParameterValue,
  setAt,
} from "@jinengtong/policy";
import { addDays, addMonths, type CivilDate, weekday } from "@jinengtong/standards";
import type { ListedStandard } from "../../catalogue/index.ts";
import type { Answered } from "./answers.ts";
import { courseOf } from "./listed-trades.ts";

/** All that is known where somebody asks. */
export interface Asked {
  door: Door;
  answered: readonly Answered[];
  day: CivilDate;
  /** The chosen trade and level on the published list; null where none was chosen, or it isn't listed. */
  standard: ListedStandard | null;
  /** Key of the chosen trade, listed or not. */
  trade: string | null;
  parameters: Readonly<Record<string, ParameterValue>>;
  /** Earlier grants, of somebody signed in. */
  history: readonly HistoryEntry[] | null;
}

/**
 * The case that the answers make: first what the door supposes of everybody, then what each answer says, then what the published list says
 * of the trade. A value that isn't known is left out, so that the engine says so.
 */
export function supposedCase(asked: Asked): CaseFacts {
  const { door, answered, standard, trade, history } = asked;
  const course = trade === null ? null : courseOf(trade);
  const days = standard === null ? [] : courseDays(asked.day, Math.ceil(standard.requiredHours / door.dayHours));
  let facts: CaseFacts = { appliedOn: asked.day, parameters: { ...asked.parameters } };
  const put = (given: AskedFacts, count: number | null) => {
    for (const [pointer, value] of Object.entries(given))
      facts = putOne(facts, pointer, known(value, asked, days, count));
  };
  for (const { facts: given } of door.suppose) put(given, null);
  for (const { question, chosen, number } of answered) {
    for (const option of chosen) put(option.facts, null);
    if (question.kind === "count") put(question.facts, number);
  }
  if (trade !== null)
    facts = {
      ...facts,
      training: {
        ...facts.training,
        inCatalogue: standard !== null,
        ...(standard === null ? {} : { requiredHours: standard.requiredHours }),
        ...(course === null ? {} : { course }),
      },
      certificate: {
        ...facts.certificate,
        ...(course === null ? { occupation: standard?.occupation ?? trade } : {}),
        ...(standard !== null && isLevel(standard.level) ? { level: standard.level } : {}),
      },
    };
  if (standard !== null) {
    const { trainingFen, assessmentFen, shortage } = standard;
    facts = { ...facts, standard: { trainingFen, assessmentFen, shortage } };
  }
  return history === null ? facts : { ...facts, history: [...history] };
}

const isLevel = (level: number): level is 1 | 2 | 3 | 4 | 5 => level >= 1 && level <= 5;

/** Lists that answers name together are one list: somebody may be of several groups. */
function putOne(facts: CaseFacts, pointer: string, value: unknown): CaseFacts {
  if (value === undefined) return facts;
  const before = getAt(facts, pointer);
  const joined = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
  return setAt(facts, pointer, joined);
}

function known(value: unknown, { day, standard }: Asked, days: readonly CivilDate[], count: number | null): unknown {
  if (typeof value === "object" && value !== null && "monthsAgo" in value)
    return addMonths(day, -Number(value.monthsAgo));
  switch (value) {
    case "$day":
      return day;
    case "$end":
      return days.at(-1) ?? day;
    case "$days":
      return days;
    case "$hours":
      return standard?.requiredHours;
    case "$level":
      return standard !== null && isLevel(standard.level) ? standard.level : undefined;
    case "$count":
      return count ?? undefined;
    default:
      return value;
  }
}

/** The first days of a course that is taught from Monday to Friday. */
function courseDays(from: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1))
    if (weekday(day) !== 0 && weekday(day) !== 6) days.push(day);
  return days;
}

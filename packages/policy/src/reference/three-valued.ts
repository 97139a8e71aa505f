/**
 * Three-valued logic with its reasons, for the reference: what is true, false or unknown, and which absent facts keep
 * it unknown. Written from the contract alone; it shares nothing with the engine but the shape of a case.
 */
import type { Verdict } from "../types.ts";

/** A verdict, and where it is unknown the absent leaf facts. */
export interface Answer {
  met: Verdict;
  missing: string[];
}

export const YES: Answer = { met: true, missing: [] };
export const NO: Answer = { met: false, missing: [] };

export function unknown(...missing: string[]): Answer {
  return { met: null, missing };
}

export function answer(met: boolean): Answer {
  return met ? YES : NO;
}

/** The absent ones of some facts, by path. */
export function absentOf(facts: Record<string, unknown>): string[] {
  return Object.keys(facts).filter((path) => facts[path] === undefined);
}

/** A question about one fact: unknown where it is absent. */
export function about<T>(path: string, value: T | undefined, holds: (value: T) => boolean): Answer {
  return value === undefined ? unknown(path) : answer(holds(value));
}

function unknownsOf(answers: readonly Answer[]): string[] {
  return answers.filter((one) => one.met === null).flatMap((one) => one.missing);
}

/** Any false is false; otherwise any unknown is unknown. */
export function every(...answers: Answer[]): Answer {
  if (answers.some((one) => one.met === false)) return NO;
  return answers.every((one) => one.met === true) ? YES : unknown(...unknownsOf(answers));
}

/** Any true is true; otherwise any unknown is unknown. */
export function some(...answers: Answer[]): Answer {
  if (answers.some((one) => one.met === true)) return YES;
  return answers.every((one) => one.met === false) ? NO : unknown(...unknownsOf(answers));
}

export function not({ met, missing }: Answer): Answer {
  return { met: met === null ? null : !met, missing };
}

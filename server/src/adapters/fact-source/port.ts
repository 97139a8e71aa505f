import { firstCharacters } from "@jinengtong/standards";

/** A person that an office's system is asked about. */
export interface FactQuestion {
  citizenId: string;
  name: string;
}

/** Answer of an office's system about one person; its value is checked by who asked. */
export interface FactAnswer {
  citizenId: string;
  kind: string;
  value: unknown;
  /** Number of the receipt, query or record by which the office finds its answer again. */
  evidence: string;
}

/**
 * An office's system that knows facts about persons. It answers only what it knows: a person without an answer stays unknown. An answer
 * may come later than it was asked for; asked again with the same reference, the source gives it.
 */
export interface FactSource {
  /** Stable name, under which questions are stored. */
  readonly name: string;
  /** Its office's system in words: the source of the recorded facts. */
  readonly title: string;
  /** Kinds of facts that it may answer; others are ignored. */
  readonly kinds: readonly string[];
  /** Asks about these persons on a day. `reference` names the question. Rejects if the system can't be reached in time. */
  ask(
    question: { reference: string; day: string; persons: readonly FactQuestion[] },
    signal: AbortSignal,
  ): Promise<readonly FactAnswer[]>;
}

/** Reads answers from JSON: `{"answers": [{citizenId, kind, value, evidence}]}`. Throws if it is something else. */
export function readAnswers(content: unknown): FactAnswer[] {
  const answers = (content as { answers?: unknown } | null)?.answers;
  if (!Array.isArray(answers)) throw new Error("the answer has no list of answers");
  return answers.flatMap((each: unknown) => {
    const { citizenId, kind, value, evidence } = (each ?? {}) as Record<string, unknown>;
    return typeof citizenId === "string" && typeof kind === "string" && typeof evidence === "string"
      ? [{ citizenId, kind, value, evidence: firstCharacters(evidence, 100) }]
      : [];
  });
}

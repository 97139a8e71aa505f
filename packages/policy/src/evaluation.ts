import type { CodeFactPath } from "./facts.ts";
import type { Case, ParameterValue, Verdict } from "./types.ts";
import type { HistoryBenefit } from "./vocabulary.ts";

/** One case being decided, and the parameters read so far (they are echoed in the decision). */
export interface Evaluation {
  readonly case: Case;
  readonly used: Record<string, ParameterValue>;
}

/** Collects the absent facts and parameters, each once, in the order in which they were met. */
export type Missing = Set<string>;

/** A parameter of the package: its value for a case, or undefined where it has none. */
export interface ParameterReader {
  name: string;
  label: string;
  /** Reads the value and notes it as used. */
  read: (e: Evaluation) => ParameterValue | undefined;
  /** How the value reads in a sentence. */
  show: (value: ParameterValue) => string;
  /** How the parameter reads in a description: its name, and the value where it does not change. */
  text: string;
  /** The package's own values, as far as they may apply (for checks, not for decisions). */
  values: readonly ParameterValue[];
}

/** Definitions of a package by the names that its rules use. */
export interface Lookup {
  /** The reader of a declared parameter; refuses (throws) one that the package does not declare. */
  parameter: (name: string) => ParameterReader;
  /** The Chinese name of a benefit that a history rule names; refuses (throws) one that nobody grants. */
  benefit: (id: HistoryBenefit) => string;
  /** The Chinese name of a group of people; refuses (throws) one that neither the contract nor the package has. */
  group: (id: string) => string;
  /** The codes of a fact with their names: the contract's, and the package's own. */
  codes: (path: CodeFactPath) => Readonly<Record<string, string>>;
}

/** A test of a benefit, compiled. */
export interface CompiledTest {
  /** True, false, or null where a needed fact is absent. */
  verdict: (e: Evaluation) => Verdict;
  /** A sentence that names the fact and the bound; `verdict` is what `verdict(e)` answered. */
  because: (e: Evaluation, verdict: Verdict) => string;
  /** Adds the absent facts that could still decide; called where the verdict is null. */
  missing: (e: Evaluation, missing: Missing) => void;
  /** The rule as a sentence. */
  text: string;
}

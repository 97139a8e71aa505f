import type { Amount } from "./amounts/steps.ts";
import type { CaseContract } from "./case-schema.ts";
import type { CivilDate } from "./dates.ts";
import type { DateFactPath } from "./facts.ts";
import type { TestNode } from "./mechanisms/index.ts";
import type { Case, Outcome, ParameterValue } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";

/** Who issued the programme, when it holds, and which benefits it has, in the order in which they are shown. */
export interface Manifest {
  id: string;
  version: string;
  title: string;
  issuedBy: string;
  documentNumber: string;
  /** The days whose claims this version decides; both included. Without an end the rules themselves say when it is over. */
  effective: { from: CivilDate; to?: CivilDate };
  /** The date of a case that says whether this version decides it; the day of application unless given. */
  lawBy?: DateFactPath;
  /** Rule for a claim in hand when this version begins: it keeps its law, unless it is to be decided again. */
  transition?: "keep" | "redecide";
  /** Which part of the adjudication contract its cases follow; the first unless given. */
  contract?: CaseContract;
  /** The date of a case that selects the value of a dated parameter. */
  parametersBy: DateFactPath;
  /** Caveats for readers, such as that figures are samples. */
  notes: string[];
  benefits: BenefitId[];
}

export interface Clause {
  id: string;
  title: string;
  summary: string;
  concerns: string[];
  benefits: BenefitId[];
  features: string[];
}

/** A value from a day (absent: always) to a day (absent: no end), and where it is written. */
export interface DatedValue {
  from?: CivilDate;
  to?: CivilDate;
  value: ParameterValue;
  source: string;
}

export type ParameterType =
  | { kind: "money" }
  | { kind: "ratio" }
  | { kind: "percent" }
  | { kind: "count" }
  | { kind: "day" }
  | { kind: "choice"; options: { value: string; label: string }[] };

export interface Parameter {
  name: string;
  label: string;
  clause: string;
  type: ParameterType;
  /** `package`: this package gives values for the whole effective period; `place`: a place supplies them; `optional`: there may be none. */
  supplied: "package" | "place" | "optional";
  description: string;
  /** The date of a case that selects its value, where it is another than the package's. */
  by?: DateFactPath;
  values: DatedValue[];
}

export interface Interpretation {
  id: string;
  clause: string;
  question: string;
  readings: { id: string; text: string }[];
  chosen: string;
  reason: string;
  /** The parameter that turns it, where there is one. */
  parameter?: string;
  /** Who proposes it. A county's officers confirm a reading in the product, not here. */
  proposedBy?: string;
  /** Said in older packages only: by whom and since when. */
  decidedBy?: string;
  since?: CivilDate;
}

/** Ids of a package's own, each with its Chinese name. */
export interface PackageVocabulary {
  groups?: Record<string, string>;
  courses?: Record<string, string>;
  grants?: Record<string, string>;
}

export interface BenefitTest {
  id: string;
  clause: string;
  title: string;
  interpretations?: string[];
  rule: TestNode;
}

export interface Benefit {
  id: BenefitId;
  clause: string;
  title: string;
  audience: string;
  summary: string;
  interpretations?: string[];
  tests: BenefitTest[];
  amount: Amount;
}

/** A worked case: the base facts, some of them set or dropped (by JSON pointer), and the expected decision. */
export interface WorkedCase {
  name: string;
  set?: Record<string, unknown>;
  drop?: string[];
  expect: {
    outcome: Outcome;
    amountFen?: number;
    recoverFen?: number;
    /** Tests not met. */
    failed?: string[];
    /** Tests that stay unknown. */
    unknown?: string[];
    missing?: string[];
  };
}

export interface WorkedCases {
  benefit: BenefitId;
  base: Omit<Case, "id" | "benefit">;
  cases: WorkedCase[];
}

/** The part of a package that decisions rest on; the digest covers exactly this. */
export interface PackageRules {
  manifest: Manifest;
  /** Groups, courses and grants from elsewhere that this programme names, beside the contract's. */
  vocabulary?: PackageVocabulary;
  /** Lists that several benefits share, by name. As compiled, the rules have them put in. */
  lists?: Record<string, (string | number)[]>;
  clauses: Clause[];
  parameters: Parameter[];
  interpretations: Interpretation[];
  benefits: Benefit[];
}

/** A whole package: the rules, and the worked cases that are its own test. */
export interface PackageSource extends PackageRules {
  cases: WorkedCases[];
}

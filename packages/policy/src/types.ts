import type { CivilDate } from "./dates.ts";
import type {
  BenefitId,
  CertificateKind,
  Course,
  Degree,
  Group,
  HistoryBenefit,
  InstitutionKind,
  Level,
  Sex,
  Stage,
} from "./vocabulary.ts";

/** A span of civil dates, both ends included. */
export interface Period {
  from?: CivilDate;
  to?: CivilDate;
}

export interface InPlaceOf {
  /** Relation of the trainee to that person. */
  relation?: string;
  groups?: Group[];
}

/** A grant made before. `null` says that the grant had none; an absent property is unknown. */
export interface HistoryEntry {
  benefit?: HistoryBenefit;
  occupation?: string | null;
  level?: Level | null;
  on?: CivilDate;
  employer?: string | null;
  /** The start-up course it was granted for. */
  course?: Course | null;
  months?: number;
  /** The days that it covered, both ends included. */
  from?: CivilDate;
  to?: CivilDate;
}

export type ParameterValue = number | string;

/**
 * One case: what is known about one claim. Money is integer fen, dates are civil dates, hours are class hours of
 * 45 minutes. An absent property is unknown, except `inPlaceOf` (absent: the person trains for themselves).
 */
export interface Case {
  id: string;
  benefit: BenefitId;
  appliedOn: CivilDate;
  stage?: Stage;
  person?: {
    birthDate?: CivilDate;
    sex?: Sex;
    groups?: Group[];
    trainingNeed?: boolean;
    monthlyPension?: boolean;
    unemploymentBenefit?: Period[];
    inPlaceOf?: InPlaceOf;
    /** Highest degree before the one claimed for; `null`: none. */
    priorDegree?: Degree | null;
  };
  employment?: {
    employer?: string;
    employed?: boolean;
    local?: boolean;
    hiredOn?: CivilDate;
    contractMonths?: number;
  };
  insurance?: { unemploymentMonths?: number; pensionMonths?: number; pensionPaidNow?: boolean };
  training?: {
    from?: CivilDate;
    to?: CivilDate;
    /** The day on which the class was filed. */
    filedOn?: CivilDate;
    institution?: { kind?: InstitutionKind; local?: boolean; admitted?: boolean };
    requiredHours?: number;
    offlineHours?: number;
    onlineHours?: number;
    inCatalogue?: boolean;
    actualCostFen?: number;
    assessmentFeeFen?: number;
    classSize?: number;
    finishers?: number;
    costPerHeadFen?: number;
    course?: Course;
    /** Days on which at least half of the day's sessions were attended, or as the county counts them. */
    attendedDays?: CivilDate[];
  };
  /** `null`: this certificate has no occupation, or no level. */
  certificate?: { kind?: CertificateKind; occupation?: string | null; level?: Level | null; issuedOn?: CivilDate };
  degree?: { level?: Degree; obtainedOn?: CivilDate };
  apprenticeship?: {
    targetLevel?: Level;
    years?: number;
    planned?: number;
    finishers?: number;
    advancePaidFen?: number;
  };
  project?: { contractFen?: number; acceptedFen?: number; advancePaidFen?: number };
  workForTraining?: { months?: number; days?: number };
  standard?: { trainingFen?: number; assessmentFen?: number; shortage?: boolean };
  history?: HistoryEntry[];
  parameters?: Record<string, ParameterValue>;
}

/** `null` is unknown: a needed fact is absent. */
export type Verdict = boolean | null;

export interface Finding {
  test: string;
  clause: string;
  met: Verdict;
  because: string;
}

/** One step of the amount: money in `fen`, or a rate or count in `value`. */
export interface ComputationStep {
  step: string;
  clause?: string;
  fen?: number;
  value?: number;
}

export type Outcome = "granted" | "refused" | "incomplete";

export interface PolicyReference {
  id: string;
  version: string;
  digest: string;
}

/** Decision on a case with its reasons; `amountFen` only if granted. */
export interface Decision {
  id: string;
  benefit: BenefitId;
  outcome: Outcome;
  amountFen?: number;
  recoverFen: number;
  findings: Finding[];
  computation: ComputationStep[];
  missing: string[];
  policy: PolicyReference;
  parametersUsed: Record<string, ParameterValue>;
}

/** Known facts about a person or an enterprise, for the question "what can I get?". */
export type CaseFacts = Omit<Case, "id" | "benefit">;

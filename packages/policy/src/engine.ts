/**
 * The engine proper: pure, without file system, clock or network. A browser may import it as
 * `@jinengtong/policy/engine`.
 */
export type { Result } from "./adjudicate.ts";
export { adjudicate, decide } from "./adjudicate.ts";
export type { AskedFacts, AskedValue, AskingQuestion, Door, Option } from "./asking.ts";
export { askingJsonSchema, doorsOf } from "./asking.ts";
export { canonicalJson } from "./canonical-json.ts";
export { caseJsonSchema } from "./case-schema.ts";
export type { Claimant, Claiming, ClassTerms, Evidence, PaperNeed, Prepared, WayOn } from "./claiming.ts";
export { CLAIMANTS, claimingJsonSchema, ENTERPRISE, EVIDENCE, LEARNERS, PER, PREPARED, WAYS_ON } from "./claiming.ts";
export type { PolicyProblem } from "./check/index.ts";
export { checkPolicy } from "./check/index.ts";
export type { Policy } from "./compile.ts";
export { compilePolicy, PackageError } from "./compile.ts";
export type { Counterfactual } from "./counterfactuals/counterfactuals.ts";
export { counterfactuals } from "./counterfactuals/counterfactuals.ts";
export type { Change } from "./counterfactuals/levers.ts";
export type { CivilDate } from "./dates.ts";
export { decisionJsonSchema } from "./decision-schema.ts";
export type { BenefitDescription } from "./describe.ts";
export {
  benefitName,
  clauses,
  describeBenefit,
  describeBenefitAsText,
  interpretations,
  proposerOf,
} from "./describe.ts";
export type { PolicyDifference } from "./diff.ts";
export { diffPolicies } from "./diff.ts";
export type { Entitlement, Entitlements } from "./entitlements.ts";
export { entitlements } from "./entitlements.ts";
export { labelOf, yuan } from "./facts.ts";
export type { BenefitImpact, Impact } from "./impact.ts";
export { impact } from "./impact.ts";
export { lawOf } from "./law-of-day.ts";
export { allowanceDays } from "./allowance-days-of.ts";
export type { PackageFiles, PlacedProblem } from "./package-files.ts";
export {
  casesOfFiles,
  checkFiles,
  filesOfVersion,
  PACKAGE_PATH,
  policyOfFiles,
  rulesOfFiles,
  textOf,
  unreadable,
} from "./package-files.ts";
export { packageJsonSchema, workedCasesJsonSchema } from "./package-schema.ts";
export type * from "./package-types.ts";
export type { LocalValues } from "./proof/local-values.ts";
export { showValue } from "./compile.ts";
export type { BenefitProof, ProofCertificate, ProofFault, ProvedBenefit } from "./proof/prove.ts";
export { certificateOf, prove, proveOne } from "./proof/prove.ts";
export type { Place } from "./places.ts";
export { inWords } from "./places.ts";
export type { Question, QuestionOption } from "./questions.ts";
export { questionFor, supplierOf } from "./questions.ts";
export {
  apartAtEmployer,
  blocksRead,
  contradictionFacts,
  dayBenefitsOf,
  factsRead,
  groupsRead,
  monthsOf,
  optionalBlocks,
  vocabularyOf,
} from "./reads.ts";
export { refusingGrants } from "./refusing-grants.ts";
export type { Replay, ReplayDifference, StoredDecision } from "./replay.ts";
export { policiesByDigest, replay } from "./replay.ts";
export { getAt, setAt } from "./pointer.ts";
export type { TimesLeft } from "./times-left.ts";
export { timesLeft } from "./times-left.ts";
export type * from "./types.ts";
export type { CaseValidation, InvalidCase } from "./validate-case.ts";
export { validateCase } from "./validate-case.ts";
export type {
  BenefitId,
  CertificateKind,
  Course,
  Degree,
  Group,
  HistoryBenefit,
  InstitutionKind,
  Level,
  Stage,
} from "./vocabulary.ts";
export {
  BENEFITS,
  CERTIFICATE_KINDS,
  COURSES,
  DEGREES,
  GROUPS,
  HISTORY_BENEFITS,
  INSTITUTION_KINDS,
  LEVELS,
  RELATIONS,
  STAGES,
} from "./vocabulary.ts";
export type { WorkedCaseFailure } from "./worked-cases.ts";
export { runWorkedCases } from "./worked-cases.ts";

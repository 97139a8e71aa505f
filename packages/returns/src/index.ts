export { formFaults, ReturnForm, type Column, type Derived, type Relation } from "./form.ts";
export { daysOf, dueDay, endedPeriods, periodOf, periodTitle, type Period } from "./period.ts";
export { parseValue, showValue, type Value, type Values } from "./values.ts";
export {
  addUp,
  checkReturn,
  type CheckedReturn,
  figureKind,
  headingsOf,
  type ReturnFault,
  type RowSums,
  rowTerms,
  sumRows,
} from "./check.ts";
export { fromPartner, PartnerMapping, partnerFaults, partnerHeading, toPartner } from "./partner.ts";
export {
  distribution,
  equivalents,
  partOf,
  teacherHours,
  workloadOn,
  WorkloadParameters,
  type WorkloadValues,
} from "./workload.ts";

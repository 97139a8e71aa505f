export { formFaults, ReturnForm, type Column, type Derived, type Relation } from "./form.ts";
export { daysOf, dueDay, endedPeriods, periodOf, periodTitle, type Period } from "./period.ts";
export { parseValue, type Value, type Values } from "./values.ts";
export { checkReturn, headingsOf, type CheckedReturn, type ReturnFault } from "./check.ts";

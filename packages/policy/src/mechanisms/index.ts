/** The closed grammar of tests: every kind, its schema and its compilation, one file each. */
import type { CompiledTest, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Age } from "./age.ts";
import { ageSchema, compileAge } from "./age.ts";
import type { AllOf } from "./all-of.ts";
import { allOfSchema, compileAllOf } from "./all-of.ts";
import type { AllowanceDays } from "./allowance-days.ts";
import { allowanceDaysSchema, compileAllowanceDays } from "./allowance-days.ts";
import type { AnyOf } from "./any-of.ts";
import { anyOfSchema, compileAnyOf } from "./any-of.ts";
import type { ByParameter } from "./by-parameter.ts";
import { byParameterSchema, compileByParameter } from "./by-parameter.ts";
import type { Compare } from "./compare.ts";
import { compareSchema, compileCompare } from "./compare.ts";
import type { DateCompare } from "./date-compare.ts";
import { compileDateCompare, dateCompareSchema } from "./date-compare.ts";
import type { DayOutside } from "./day-outside.ts";
import { compileDayOutside, dayOutsideSchema } from "./day-outside.ts";
import type { FactsAgree } from "./facts-agree.ts";
import { compileFactsAgree, factsAgreeSchema } from "./facts-agree.ts";
import type { Groups } from "./groups.ts";
import { compileGroups, groupsSchema } from "./groups.ts";
import type { HigherThan } from "./higher-than.ts";
import { compileHigherThan, higherThanSchema } from "./higher-than.ts";
import type { HistoryExclusion } from "./history-exclusion.ts";
import { compileHistoryExclusion, historyExclusionSchema } from "./history-exclusion.ts";
import type { HistoryLimit } from "./history-limit.ts";
import { compileHistoryLimit, historyLimitSchema } from "./history-limit.ts";
import type { HistoryMonths } from "./history-months.ts";
import { compileHistoryMonths, historyMonthsSchema } from "./history-months.ts";
import type { Hours } from "./hours.ts";
import { compileHours, hoursSchema } from "./hours.ts";
import type { InPeriod } from "./in-period.ts";
import { compileInPeriod, inPeriodSchema } from "./in-period.ts";
import type { InPlaceOfRule } from "./in-place-of.ts";
import { compileInPlaceOf, inPlaceOfSchema } from "./in-place-of.ts";
import type { Is } from "./is.ts";
import { compileIs, isSchema } from "./is.ts";
import type { NoLowerLevel } from "./no-lower-level.ts";
import { compileNoLowerLevel, noLowerLevelSchema } from "./no-lower-level.ts";
import type { Not } from "./not.ts";
import { compileNot, notSchema } from "./not.ts";
import type { OneOf } from "./one-of.ts";
import { compileOneOf, oneOfSchema } from "./one-of.ts";
import type { OnlyIf } from "./only-if.ts";
import { compileOnlyIf, onlyIfSchema } from "./only-if.ts";
import type { Present } from "./present.ts";
import { compilePresent, presentSchema } from "./present.ts";
import type { WhereGiven } from "./where-given.ts";
import { compileWhereGiven, whereGivenSchema } from "./where-given.ts";
import type { WithinMonths } from "./within-months.ts";
import { compileWithinMonths, withinMonthsSchema } from "./within-months.ts";

export type TestNode =
  | Compare
  | DateCompare
  | Is
  | OneOf
  | Present
  | WithinMonths
  | Groups
  | InPlaceOfRule
  | Hours
  | HistoryExclusion
  | HistoryLimit
  | HistoryMonths
  | DayOutside
  | AllowanceDays
  | FactsAgree
  | HigherThan
  | InPeriod
  | Age
  | NoLowerLevel
  | AnyOf<TestNode>
  | AllOf<TestNode>
  | Not<TestNode>
  | OnlyIf<TestNode>
  | WhereGiven<TestNode>
  | ByParameter<TestNode>;

/** Schema of any test, for `$defs/test`. */
export const testSchema: JsonSchema = {
  description: "一项条件。",
  oneOf: [
    compareSchema,
    dateCompareSchema,
    isSchema,
    oneOfSchema,
    presentSchema,
    withinMonthsSchema,
    groupsSchema,
    inPlaceOfSchema,
    hoursSchema,
    historyExclusionSchema,
    historyLimitSchema,
    historyMonthsSchema,
    dayOutsideSchema,
    allowanceDaysSchema,
    factsAgreeSchema,
    higherThanSchema,
    inPeriodSchema,
    ageSchema,
    noLowerLevelSchema,
    anyOfSchema,
    allOfSchema,
    notSchema,
    onlyIfSchema,
    whereGivenSchema,
    byParameterSchema,
  ],
};

/** Compiles a test that fits the schema; refuses (throws) a parameter that the package does not declare. */
export function compileTest(node: TestNode, lookup: Lookup): CompiledTest {
  const inner = (test: TestNode): CompiledTest => compileTest(test, lookup);
  switch (node.kind) {
    case "compare":
      return compileCompare(node, lookup);
    case "date-compare":
      return compileDateCompare(node, lookup);
    case "is":
      return compileIs(node);
    case "one-of":
      return compileOneOf(node, lookup);
    case "present":
      return compilePresent(node, lookup);
    case "within-months":
      return compileWithinMonths(node);
    case "groups":
      return compileGroups(node, lookup);
    case "in-place-of":
      return compileInPlaceOf(node, lookup);
    case "hours":
      return compileHours(node, lookup);
    case "history-exclusion":
      return compileHistoryExclusion(node, lookup);
    case "history-limit":
      return compileHistoryLimit(node, lookup);
    case "history-months":
      return compileHistoryMonths(node, lookup);
    case "day-outside":
      return compileDayOutside(node);
    case "allowance-days":
      return compileAllowanceDays(node, lookup);
    case "facts-agree":
      return compileFactsAgree(node);
    case "higher-than":
      return compileHigherThan(node);
    case "in-period":
      return compileInPeriod(node, lookup);
    case "age":
      return compileAge(node, lookup);
    case "no-lower-level":
      return compileNoLowerLevel(node, lookup);
    case "not":
      return compileNot(inner(node.test));
    case "any-of":
      return compileAnyOf(node.tests.map(inner));
    case "all-of":
      return compileAllOf(node.tests.map(inner));
    case "only-if":
      return compileOnlyIf(inner(node.condition), inner(node.requires));
    case "where-given":
      return compileWhereGiven(node.block, inner(node.requires));
    case "by-parameter":
      return compileByParameter(
        node,
        node.options.map(({ requires }) => inner(requires)),
        lookup,
      );
  }
}

/** Every test inside a test, itself first. */
export function testsWithin(node: TestNode): TestNode[] {
  switch (node.kind) {
    case "any-of":
    case "all-of":
      return [node, ...node.tests.flatMap(testsWithin)];
    case "only-if":
      return [node, ...testsWithin(node.condition), ...testsWithin(node.requires)];
    case "not":
      return [node, ...testsWithin(node.test)];
    case "where-given":
      return [node, ...testsWithin(node.requires)];
    case "by-parameter":
      return [node, ...node.options.flatMap(({ requires }) => testsWithin(requires))];
    default:
      return [node];
  }
}

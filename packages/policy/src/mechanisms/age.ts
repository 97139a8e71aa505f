/**
 * Full years of age on a day of the case, the same for all or by sex. A year is full on the birthday; for who was born on
 * 29 February, on the 28th where there is no 29th.
 */
import type { CivilDate } from "../dates.ts";
import { dateNumber, monthsAfterNumber } from "../dates.ts";
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { DateFactPath } from "../facts.ts";
import { DATE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import type { Sex } from "../vocabulary.ts";
import { idsOf, nameOf, SEXES } from "../vocabulary.ts";
import type { ParameterBound } from "./compare.ts";
import { rule } from "./shape.ts";

type Years = number | ParameterBound;

export interface Age {
  kind: "age";
  /** The day on which the years are counted. */
  on: DateFactPath;
  is: "at-least" | "under";
  /** One bound for all, or one for each sex. */
  years: Years | ({ kind: "by-sex" } & Record<Sex, Years>);
}

const wholeYears: JsonSchema = { type: "integer", minimum: 0, maximum: 150 };
const years: JsonSchema = { anyOf: [wholeYears, { $ref: "#/$defs/parameterBound" }] };

export const ageSchema: JsonSchema = rule("age", "某日的周岁年满（at-least）或未满（under）若干岁，可按性别不同。", {
  on: { enum: Object.keys(DATE_FACTS) },
  is: { enum: ["at-least", "under"] },
  years: { anyOf: [wholeYears, { $ref: "#/$defs/years" }] },
});

/** Bounds that are no plain number. */
export const yearsSchema: JsonSchema = {
  description: "年龄界限。",
  type: "object",
  oneOf: [
    rule("parameter", "参数的值作为界限。", { name: { $ref: "#/$defs/parameterName" } }),
    rule("by-sex", "男女不同的界限。", { F: years, M: years }),
  ],
};

/** The bounds of a rule, one for each sex. */
export function yearsOf({ years: bound }: Age): Record<Sex, Years> {
  return typeof bound === "object" && bound.kind === "by-sex" ? { F: bound.F, M: bound.M } : { F: bound, M: bound };
}

const BIRTH = "/person/birthDate";
const SEX = "/person/sex";

/** Facts that the rule reads. */
export function factsOfAge(node: Age): string[] {
  return [BIRTH, node.on, ...(typeof node.years === "object" && node.years.kind === "by-sex" ? [SEX] : [])];
}

export function compileAge(node: Age, lookup: Lookup): CompiledTest {
  const { label, read } = DATE_FACTS[node.on];
  const bySex = typeof node.years === "object" && node.years.kind === "by-sex";
  const bounds = Object.entries(yearsOf(node)).map(([sex, bound]) => ({
    sex,
    parameter: typeof bound === "number" ? null : lookup.parameter(bound.name),
    fixed: typeof bound === "number" ? bound : undefined,
  }));
  const words = node.is === "at-least" ? "年满" : "未满";
  const otherwise = node.is === "at-least" ? "未满" : "年满";

  type Bound = (typeof bounds)[number];
  const valueOf = (e: Evaluation, { fixed, parameter }: Bound): number | undefined => {
    const value = fixed ?? parameter?.read(e);
    return typeof value === "number" ? value : undefined;
  };
  /** The bounds that may hold for the person: both where the sex is not known. */
  const possible = (e: Evaluation): Bound[] => {
    const sex = e.case.person?.sex;
    if (!bySex) return bounds.slice(0, 1);
    return sex === undefined ? bounds : bounds.filter((bound) => bound.sex === sex);
  };
  const holds = (birth: CivilDate, day: CivilDate, bound: number): boolean =>
    monthsAfterNumber(birth, bound * 12) <= dateNumber(day) === (node.is === "at-least");

  const verdict = (e: Evaluation): Verdict => {
    const birth = e.case.person?.birthDate;
    const day = read(e.case);
    if (birth === undefined || day === undefined) return null;
    let answer: Verdict | undefined;
    for (const bound of possible(e)) {
      const value = valueOf(e, bound);
      const own = value === undefined ? null : holds(birth, day, value);
      answer = answer === undefined || answer === own ? own : null;
    }
    return answer ?? null;
  };
  const shown = (e: Evaluation): string =>
    [...new Set(possible(e).map((bound) => valueOf(e, bound)))]
      .map((value) => `${value ?? "（未规定）"} 周岁`)
      .join("或");

  return {
    verdict,
    because: (e, met) => {
      const birth = e.case.person?.birthDate;
      const day = read(e.case);
      if (met === null || birth === undefined || day === undefined)
        return `出生日期、性别、${label}或年龄界限不全，不能判断是否${words}`;
      return `${birth} 出生，${label} ${day}，${met ? words : otherwise} ${shown(e)}`;
    },
    missing: (e, missing) => {
      if (e.case.person?.birthDate === undefined) missing.add(BIRTH);
      if (read(e.case) === undefined) missing.add(node.on);
      if (bySex && e.case.person?.sex === undefined) missing.add(SEX);
      for (const bound of possible(e))
        if (valueOf(e, bound) === undefined) missing.add(`parameter:${bound.parameter?.name ?? ""}`);
    },
    text: `${label}时${words} ${
      bySex
        ? idsOf(SEXES)
            .map((sex) => `${boundText(bounds.find((bound) => bound.sex === sex))}（${nameOf(SEXES, sex)}）`)
            .join("、")
        : boundText(bounds[0])
    }周岁`,
  };
}

function boundText(bound: { fixed: number | undefined; parameter: { text: string } | null } | undefined): string {
  return bound?.parameter?.text ?? String(bound?.fixed ?? "");
}

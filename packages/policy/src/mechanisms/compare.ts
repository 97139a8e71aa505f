/** A number of the case against a bound: a literal, or a dated parameter. */
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { NumberFactPath } from "../facts.ts";
import { NUMBER_FACTS, withUnit } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export type Comparison = "at-least" | "at-most" | "more-than" | "less-than";

export interface ParameterBound {
  kind: "parameter";
  name: string;
}

export interface Compare {
  kind: "compare";
  fact: NumberFactPath;
  is: Comparison;
  bound: number | ParameterBound;
}

export const COMPARISONS: readonly Comparison[] = ["at-least", "at-most", "more-than", "less-than"];

export const compareSchema: JsonSchema = rule("compare", "数值与界限比较。", {
  fact: { enum: Object.keys(NUMBER_FACTS) },
  is: { enum: [...COMPARISONS] },
  bound: { anyOf: [{ type: "integer", minimum: 0, maximum: 1_000_000_000_000 }, { $ref: "#/$defs/parameterBound" }] },
});

const WORDS: Record<Comparison, { yes: string; no: string }> = {
  "at-least": { yes: "不少于", no: "少于" },
  "at-most": { yes: "不多于", no: "多于" },
  "more-than": { yes: "多于", no: "不多于" },
  "less-than": { yes: "少于", no: "不少于" },
};

/** Whether a number stands in that relation to the bound. */
export function holds(is: Comparison, value: number, bound: number): boolean {
  switch (is) {
    case "at-least":
      return value >= bound;
    case "at-most":
      return value <= bound;
    case "more-than":
      return value > bound;
    case "less-than":
      return value < bound;
  }
}

export function compileCompare(node: Compare, lookup: Lookup): CompiledTest {
  const { label, unit, read } = NUMBER_FACTS[node.fact];
  const words = WORDS[node.is];
  const is = node.is;
  if (typeof node.bound === "number") {
    const bound = node.bound;
    const shown = withUnit(bound, unit);
    return {
      verdict: (e) => {
        const value = read(e.case);
        return value === undefined ? null : holds(is, value, bound);
      },
      because: (e, verdict) => {
        const value = read(e.case);
        if (value === undefined) return `缺少“${label}”，不能判断是否${words.yes} ${shown}`;
        return `${label} ${withUnit(value, unit)}，${verdict === true ? words.yes : words.no} ${shown}`;
      },
      missing: (_e, missing) => {
        missing.add(node.fact);
      },
      text: `${label}${words.yes} ${shown}`,
    };
  }
  const parameter = lookup.parameter(node.bound.name);
  const boundOf = (e: Evaluation): number | undefined => {
    const value = parameter.read(e);
    return typeof value === "number" ? value : undefined;
  };
  return {
    verdict: (e) => {
      const bound = boundOf(e);
      const value = read(e.case);
      return value === undefined || bound === undefined ? null : holds(is, value, bound);
    },
    because: (e, verdict) => {
      const bound = boundOf(e);
      const value = read(e.case);
      if (bound === undefined) return `“${parameter.label}”还没有规定，不能判断`;
      const shown = withUnit(bound, unit);
      if (value === undefined) return `缺少“${label}”，不能判断是否${words.yes} ${shown}`;
      return `${label} ${withUnit(value, unit)}，${verdict === true ? words.yes : words.no} ${shown}`;
    },
    missing: (e, missing) => {
      if (read(e.case) === undefined) missing.add(node.fact);
      if (boundOf(e) === undefined) missing.add(`parameter:${parameter.name}`);
    },
    text: `${label}${words.yes}${parameter.text}`,
  };
}

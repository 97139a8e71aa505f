/** Rates: whole per cent, fixed or chosen by a fact, a parameter or a number. Whole numbers, so that amounts stay exact. */
import type { Evaluation, Missing, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "../mechanisms/shape.ts";
import type { RateBelow } from "./rate-below.ts";
import { compileRateBelow, rateBelowSchema } from "./rate-below.ts";
import type { Selector } from "./selector.ts";
import { compileSelector } from "./selector.ts";

export type Rate =
  | { kind: "percent"; percent: number }
  | { kind: "parameter-rate"; name: string }
  | { kind: "choose-rate"; by: Selector; options: { is: string | number | boolean; rate: Rate }[] }
  | RateBelow<Rate>;

export const rateSchema: JsonSchema = {
  description: "一个比例。",
  oneOf: [
    rule("percent", "百分之若干。", { percent: { type: "integer", minimum: 0, maximum: 1000 } }),
    rule("parameter-rate", "参数规定的百分数（percent）。", { name: { $ref: "#/$defs/parameterName" } }),
    rule("choose-rate", "按事实或参数的取值选择比例。", {
      by: { $ref: "#/$defs/selector" },
      options: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["is", "rate"],
          additionalProperties: false,
          properties: { is: { $ref: "#/$defs/choice" }, rate: { $ref: "#/$defs/rate" } },
        },
      },
    }),
    rateBelowSchema,
  ],
};

export interface CompiledRate {
  /** Per cent; NaN where a fact or parameter that it needs is absent. */
  percent: (e: Evaluation) => number;
  missing: (e: Evaluation, missing: Missing) => void;
  /** The rate as the rule says it, and the exceptions to it. */
  text: string;
  except: string[];
}

export function compileRate(node: Rate, lookup: Lookup): CompiledRate {
  if (node.kind === "percent") {
    return { percent: () => node.percent, missing: () => undefined, text: `× ${node.percent}%`, except: [] };
  }
  if (node.kind === "parameter-rate") {
    const parameter = lookup.parameter(node.name);
    const percent = (e: Evaluation): number => {
      const value = parameter.read(e);
      return typeof value === "number" ? value : Number.NaN;
    };
    return {
      percent,
      missing: (e, missing) => {
        if (Number.isNaN(percent(e))) missing.add(`parameter:${node.name}`);
      },
      text: `× ${parameter.text}`,
      except: [],
    };
  }
  if (node.kind === "rate-below")
    return compileRateBelow(node, compileRate(node.below, lookup), compileRate(node.otherwise, lookup), lookup);
  const selector = compileSelector(node.by, lookup);
  const options = new Map(node.options.map((option) => [option.is, compileRate(option.rate, lookup)]));
  const [[, first] = [], ...others] = [...options];
  const chosen = (e: Evaluation): CompiledRate | undefined => {
    const value = selector.read(e);
    return value === undefined ? undefined : options.get(value);
  };
  return {
    percent: (e) => chosen(e)?.percent(e) ?? Number.NaN,
    missing: (e, missing) => {
      const rate = chosen(e);
      if (rate === undefined) missing.add(selector.path);
      else rate.missing(e, missing);
    },
    // The first option is the rule, the others are said as exceptions to it.
    text: first?.text ?? "",
    except: others.map(([is, { text, except }]) => {
      const inner = except.length === 0 ? "" : `（${except.join("；")}）`;
      return `${selector.name(is)}的 ${text}${inner}`;
    }),
  };
}

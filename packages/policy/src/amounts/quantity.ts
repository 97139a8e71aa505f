/** Quantities: the money and counts that amount steps work with. One kind of node each, as data. */
import { fenOrCount, kindUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";
import type { Evaluation, Missing, Lookup } from "../evaluation.ts";
import type { NumberFactPath, PeriodsFactPath } from "../facts.ts";
import { NUMBER_FACTS, PERIODS_FACTS, yuan } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { AllowanceDaysOf } from "../mechanisms/allowance-days.ts";
import { allowanceDaysProperties, compileDays } from "../mechanisms/allowance-days.ts";
import { addDaysMissing, daysOutside } from "../mechanisms/day-outside.ts";
import { addMonthsMissing, monthsGranted } from "../mechanisms/history-months.ts";
import { benefitIdSchema, rule } from "../mechanisms/shape.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import type { Selector } from "./selector.ts";
import { compileSelector } from "./selector.ts";

export type Quantity =
  | { kind: "money"; fen: number }
  | { kind: "fact"; fact: NumberFactPath }
  | { kind: "parameter"; name: string }
  | { kind: "sum"; of: Quantity[] }
  | { kind: "least"; of: Quantity[] }
  | { kind: "product"; of: Quantity[] }
  | { kind: "choose"; by: Selector; options: { is: string | number | boolean; take: Quantity }[] }
  | { kind: "days-outside"; periods: PeriodsFactPath }
  | ({ kind: "allowance-days" } & AllowanceDaysOf)
  | { kind: "capped"; take: Quantity; by: string }
  | { kind: "months-left"; benefit: HistoryBenefit; atMost: number };

const quantity: JsonSchema = { $ref: "#/$defs/quantity" };
const several: JsonSchema = { type: "array", items: quantity, minItems: 2 };

export const quantitySchema: JsonSchema = {
  description: "一个金额或数量。",
  oneOf: [
    rule("money", "固定金额。", { fen: { type: "integer", minimum: 0, maximum: 1_000_000_000 } }),
    rule("fact", "案例中的数值。", { fact: { enum: Object.keys(NUMBER_FACTS) } }),
    rule("parameter", "参数的值。", { name: { $ref: "#/$defs/parameterName" } }),
    rule("sum", "之和。", { of: several }),
    rule("least", "取其中较小者。", { of: several }),
    rule("product", "相乘：金额至多一个。", { of: several }),
    rule("choose", "按事实或参数的取值选择。", {
      by: { $ref: "#/$defs/selector" },
      options: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["is", "take"],
          additionalProperties: false,
          properties: { is: { $ref: "#/$defs/choice" }, take: quantity },
        },
      },
    }),
    rule("days-outside", "培训日数，扣除所列期间内的。", { periods: { enum: Object.keys(PERIODS_FACTS) } }),
    rule("allowance-days", "可计的日数：与同名条件相同。", allowanceDaysProperties),
    rule("capped", "不超过参数的金额；参数没有值的，不封顶。", {
      take: quantity,
      by: { $ref: "#/$defs/parameterName" },
    }),
    rule("months-left", "最长月数减去以往已享受月数。", {
      benefit: benefitIdSchema,
      atMost: { type: "integer", minimum: 1, maximum: 1200 },
    }),
  ],
};

/** A quantity, compiled: NaN where a fact or parameter that it needs is absent. */
export interface CompiledQuantity {
  value: (e: Evaluation) => number;
  missing: (e: Evaluation, missing: Missing) => void;
  unit: Unit;
  text: string;
}

export function compileQuantity(node: Quantity, lookup: Lookup): CompiledQuantity {
  switch (node.kind) {
    case "money":
      return { value: () => node.fen, missing: () => undefined, unit: "fen", text: yuan(node.fen) };
    case "fact": {
      const { label, unit, read } = NUMBER_FACTS[node.fact];
      return {
        value: (e) => read(e.case) ?? Number.NaN,
        missing: (e, missing) => {
          if (read(e.case) === undefined) missing.add(node.fact);
        },
        unit: fenOrCount(unit),
        text: label,
      };
    }
    case "parameter": {
      const parameter = lookup.parameter(node.name);
      return {
        value: (e) => {
          const value = parameter.read(e);
          return typeof value === "number" ? value : Number.NaN;
        },
        missing: (e, missing) => {
          if (typeof parameter.read(e) !== "number") missing.add(`parameter:${node.name}`);
        },
        unit: "fen",
        text: parameter.text,
      };
    }
    case "sum":
    case "least": {
      const parts = node.of.map((part) => compileQuantity(part, lookup));
      const adds = node.kind === "sum";
      const words = parts.map((part) => part.text);
      return {
        value: (e) => {
          let value = adds ? 0 : Number.POSITIVE_INFINITY;
          for (const part of parts) value = adds ? value + part.value(e) : Math.min(value, part.value(e));
          return value;
        },
        missing: (e, missing) => {
          for (const part of parts) part.missing(e, missing);
        },
        unit: kindUnit(parts.map((part) => part.unit)),
        text: adds ? `(${words.join(" + ")})` : `(${words.join(" 与 ")} 中较小者)`,
      };
    }
    case "product": {
      const parts = node.of.map((part) => compileQuantity(part, lookup));
      return {
        value: (e) => parts.reduce((value, part) => value * part.value(e), 1),
        missing: (e, missing) => {
          for (const part of parts) part.missing(e, missing);
        },
        unit: kindUnit(parts.map((part) => part.unit)),
        text: parts.map((part) => part.text).join(" × "),
      };
    }
    case "choose":
      return compileChoose(node, lookup);
    case "days-outside": {
      const { label, read } = PERIODS_FACTS[node.periods];
      return {
        value: (e) => {
          const outside = daysOutside(e.case, read(e.case));
          return outside === undefined || outside.certain < outside.days ? Number.NaN : outside.days;
        },
        missing: (e, missing) => {
          addDaysMissing(e.case, node.periods, missing);
        },
        unit: "count",
        text: `培训日数（首尾两日都算，扣除${label}）`,
      };
    }
    case "allowance-days": {
      const days = compileDays(node, lookup);
      return {
        value: (e) => {
          const count = days.count(e);
          return count?.known === true ? count.left : Number.NaN;
        },
        missing: days.missing,
        unit: "count",
        text: `可计日数${days.text}`,
      };
    }
    case "capped": {
      const taken = compileQuantity(node.take, lookup);
      const cap = lookup.parameter(node.by);
      return {
        value: (e) => {
          const most = cap.read(e);
          return typeof most === "number" ? Math.min(taken.value(e), most) : taken.value(e);
        },
        missing: (e, missing) => {
          // Nothing can be missing of a cap, but an undecided case echoes the parameter all the same.
          cap.read(e);
          taken.missing(e, missing);
        },
        unit: taken.unit,
        text: `${taken.text}（有规定${cap.label}的，不超过该数）`,
      };
    }
    case "months-left":
      return {
        value: (e) => {
          const granted = monthsGranted(e.case, node.benefit);
          return granted === undefined || !granted.complete ? Number.NaN : Math.max(0, node.atMost - granted.months);
        },
        missing: (e, missing) => {
          const granted = monthsGranted(e.case, node.benefit);
          if (granted === undefined || !granted.complete) addMonthsMissing(e.case, node.benefit, missing);
        },
        unit: "count",
        text: `${node.atMost} 个月减去已享受${lookup.benefit(node.benefit)}的月数`,
      };
  }
}

function compileChoose(node: Extract<Quantity, { kind: "choose" }>, lookup: Lookup): CompiledQuantity {
  const selector = compileSelector(node.by, lookup);
  const options = new Map(node.options.map((option) => [option.is, compileQuantity(option.take, lookup)]));
  const chosen = (e: Evaluation): CompiledQuantity | undefined => {
    const value = selector.read(e);
    return value === undefined ? undefined : options.get(value);
  };
  return {
    value: (e) => chosen(e)?.value(e) ?? Number.NaN,
    missing: (e, missing) => {
      const option = chosen(e);
      if (option === undefined) missing.add(selector.path);
      else option.missing(e, missing);
    },
    unit: kindUnit([...options.values()].map((option) => option.unit)),
    text: `〔${[...options].map(([is, option]) => `${selector.name(is)}：${option.text}`).join("；")}〕`,
  };
}

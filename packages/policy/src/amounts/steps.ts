/**
 * The amount of a benefit: steps in order, over one running value. The value is kept as a fraction of whole numbers
 * and rounded half up once, at the end; bounds on every input keep both parts exact.
 */
import type { Evaluation, Missing, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "../mechanisms/shape.ts";
import type { ComputationStep } from "../types.ts";
import { idsOf, nameOf, STAGES } from "../vocabulary.ts";
import type { Stage } from "../vocabulary.ts";
import type { AtLeast, AtMost } from "./bound.ts";
import { bounded, boundSchemas } from "./bound.ts";
import type { Quantity } from "./quantity.ts";
import { compileQuantity } from "./quantity.ts";
import type { Rate } from "./rate.ts";
import { compileRate } from "./rate.ts";

export type Step =
  | { kind: "start"; step: string; clause?: string; quantity: Quantity }
  | { kind: "times"; step: string; clause?: string; quantity: Quantity }
  | { kind: "rate"; step: string; clause?: string; rate: Rate }
  | { kind: "plus-parameter"; step: string; clause?: string; name: string }
  | { kind: "divide"; step: string; clause?: string; by: number; unit: string }
  | AtMost
  | AtLeast
  | { kind: "less"; step: string; clause?: string; quantity: Quantity; belowZero: "zero" | "recover" };

/** How the end is brought to whole fen: half up unless said otherwise. */
export type Rounding = "half-up" | "down";

export type Amount =
  | { kind: "steps"; steps: Step[]; rounding?: Rounding }
  | { kind: "staged"; stages: { stage: Stage; steps: Step[]; rounding?: Rounding }[] };

const stepName: JsonSchema = { type: "string", pattern: "^[a-z]+(-[a-z]+)*$" };
const clause: JsonSchema = { $ref: "#/$defs/clauseId" };
const quantity: JsonSchema = { $ref: "#/$defs/quantity" };
const named = (properties: Record<string, JsonSchema>): Record<string, JsonSchema> => ({
  step: stepName,
  clause,
  ...properties,
});

export const stepSchema: JsonSchema = {
  description: "计算的一步。",
  oneOf: [
    rule("start", "起始的金额或数量。", named({ quantity }), ["clause"]),
    rule("times", "乘以数量。", named({ quantity }), ["clause"]),
    rule("rate", "乘以比例。", named({ rate: { $ref: "#/$defs/rate" } }), ["clause"]),
    rule(
      "divide",
      "除以整数：按日、按月折算的，写明一份是什么。",
      named({
        by: { type: "integer", minimum: 1, maximum: 1000 },
        unit: { type: "string", minLength: 1, maxLength: 20 },
      }),
      ["clause"],
    ),
    ...boundSchemas(named({ quantity })),
    rule("plus-parameter", "加上参数的金额；参数没有值的，不加。", named({ name: { $ref: "#/$defs/parameterName" } }), [
      "clause",
    ]),
    rule(
      "less",
      "减去已付金额；不足减的，为零或收回差额。",
      named({ quantity, belowZero: { enum: ["zero", "recover"] } }),
      ["clause"],
    ),
  ],
};

const rounding: JsonSchema = {
  enum: ["half-up", "down"],
  description: "取整到分：四舍五入（不写即是），或舍去不足一分的",
};
const steps: JsonSchema = { type: "array", items: { $ref: "#/$defs/step" }, minItems: 1 };

export const amountSchema: JsonSchema = {
  description: "金额的计算。",
  oneOf: [
    rule("steps", "逐步计算。", { steps, rounding }, ["rounding"]),
    rule("staged", "分阶段计算。", {
      stages: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["stage", "steps"],
          additionalProperties: false,
          properties: { stage: { enum: idsOf(STAGES) }, steps, rounding },
        },
      },
    }),
  ],
};

/** Amount to pay, and amount to recover. */
export interface AmountResult {
  amountFen: number;
  recoverFen: number;
}

export interface CompiledAmount {
  /** The amount, or null where a fact or parameter that it needs is absent. Steps are noted in `trace` if one is given. */
  compute: (e: Evaluation, trace: ComputationStep[] | null) => AmountResult | null;
  missing: (e: Evaluation, missing: Missing) => void;
  text: { stage: Stage | null; clause: string | null; text: string }[];
}

/** The running value `over / under`, and what must come back. */
interface Running {
  over: number;
  under: number;
  recoverFen: number;
}

interface CompiledStep {
  /** Answers false where a fact or parameter is absent. */
  apply: (e: Evaluation, running: Running, trace: ComputationStep[] | null) => boolean;
  missing: (e: Evaluation, missing: Missing) => void;
  text: string;
}

function roundHalfUp(over: number, under: number): number {
  return Math.floor((2 * over + under) / (2 * under));
}

function roundDown(over: number, under: number): number {
  return (over - (over % under)) / under;
}

function moneyStep(step: string, clauseId: string | undefined, fen: number): ComputationStep {
  return clauseId === undefined ? { step, fen } : { step, clause: clauseId, fen };
}

function valueStep(step: string, clauseId: string | undefined, value: number): ComputationStep {
  return clauseId === undefined ? { step, value } : { step, clause: clauseId, value };
}

function compileStep(node: Step, lookup: Lookup): CompiledStep {
  switch (node.kind) {
    case "start": {
      const start = compileQuantity(node.quantity, lookup);
      const money = start.unit === "fen";
      return {
        apply: (e, running, trace) => {
          const value = start.value(e);
          if (Number.isNaN(value)) return false;
          running.over = value;
          trace?.push(money ? moneyStep(node.step, node.clause, value) : valueStep(node.step, node.clause, value));
          return true;
        },
        missing: start.missing,
        text: start.text,
      };
    }
    case "times": {
      const factor = compileQuantity(node.quantity, lookup);
      return {
        apply: (e, running, trace) => {
          const value = factor.value(e);
          if (Number.isNaN(value)) return false;
          running.over *= value;
          trace?.push(valueStep(node.step, node.clause, value));
          return true;
        },
        missing: factor.missing,
        text: ` × ${factor.text}`,
      };
    }
    case "rate": {
      const rate = compileRate(node.rate, lookup);
      return {
        apply: (e, running, trace) => {
          const percent = rate.percent(e);
          if (Number.isNaN(percent)) return false;
          running.over *= percent;
          running.under *= 100;
          trace?.push(valueStep(node.step, node.clause, percent / 100));
          return true;
        },
        missing: rate.missing,
        text: ` ${[rate.text, ...rate.except].join("，")}`,
      };
    }
    case "divide":
      return {
        apply: (_e, running, trace) => {
          running.under *= node.by;
          trace?.push(valueStep(node.step, node.clause, node.by));
          return true;
        },
        missing: () => undefined,
        text: ` ÷ ${node.by}（${node.unit}）`,
      };
    case "at-most":
    case "at-least": {
      const bound = compileQuantity(node.quantity, lookup);
      return {
        apply: (e, running, trace) => {
          const value = bound.value(e);
          if (Number.isNaN(value)) return false;
          bounded(node.kind, running, value);
          trace?.push(moneyStep(node.step, node.clause, value));
          return true;
        },
        missing: bound.missing,
        text: `，${node.kind === "at-most" ? "最高" : "最低"} ${bound.text}`,
      };
    }
    case "plus-parameter": {
      const parameter = lookup.parameter(node.name);
      return {
        apply: (e, running, trace) => {
          const value = parameter.read(e);
          if (typeof value !== "number") return true;
          running.over += value * running.under;
          trace?.push(moneyStep(node.step, node.clause, value));
          return true;
        },
        // Nothing can be missing, but an undecided case echoes the parameter all the same.
        missing: (e) => {
          parameter.read(e);
        },
        text: ` + ${parameter.text}（有规定的）`,
      };
    }
    case "less": {
      const paid = compileQuantity(node.quantity, lookup);
      const recover = node.belowZero === "recover";
      return {
        apply: (e, running, trace) => {
          const value = paid.value(e);
          if (Number.isNaN(value)) return false;
          running.over -= value * running.under;
          trace?.push(moneyStep(node.step, node.clause, value));
          if (running.over < 0) {
            if (recover) running.recoverFen = roundHalfUp(-running.over, running.under);
            running.over = 0;
          }
          return true;
        },
        missing: paid.missing,
        text: ` − ${paid.text}${recover ? "，不足减的收回差额" : "，不足减的为零"}`,
      };
    }
  }
}

interface CompiledSteps {
  compute: CompiledAmount["compute"];
  missing: CompiledAmount["missing"];
  clause: string | null;
  text: string;
}

function compileSteps(nodes: readonly Step[], how: Rounding | undefined, lookup: Lookup): CompiledSteps {
  const round = how === "down" ? roundDown : roundHalfUp;
  const compiled = nodes.map((node) => compileStep(node, lookup));
  return {
    compute: (e, trace) => {
      const running: Running = { over: 0, under: 1, recoverFen: 0 };
      for (const step of compiled) if (!step.apply(e, running, trace)) return null;
      const amountFen = round(running.over, running.under);
      if (trace !== null) {
        trace.push({ step: "amount", fen: amountFen });
        if (running.recoverFen > 0) trace.push({ step: "recover", fen: running.recoverFen });
      }
      return { amountFen, recoverFen: running.recoverFen };
    },
    missing: (e, missing) => {
      for (const step of compiled) step.missing(e, missing);
    },
    clause: nodes.find((node) => node.clause !== undefined)?.clause ?? null,
    text: `${compiled.map((step) => step.text).join("")}${how === "down" ? "，不足一分的舍去" : ""}`,
  };
}

export function compileAmount(node: Amount, lookup: Lookup): CompiledAmount {
  if (node.kind === "steps") {
    const all = compileSteps(node.steps, node.rounding, lookup);
    return { compute: all.compute, missing: all.missing, text: [{ stage: null, clause: all.clause, text: all.text }] };
  }
  const stages = new Map(
    node.stages.map(({ stage, steps: own, rounding: how }) => [stage, compileSteps(own, how, lookup)]),
  );
  const chosen = (e: Evaluation): CompiledSteps | undefined =>
    e.case.stage === undefined ? undefined : stages.get(e.case.stage);
  return {
    compute: (e, trace) => chosen(e)?.compute(e, trace) ?? null,
    missing: (e, missing) => {
      const own = chosen(e);
      if (own === undefined) missing.add("/stage");
      else own.missing(e, missing);
    },
    text: [...stages].map(([stage, own]) => ({
      stage,
      clause: own.clause,
      text: `${nameOf(STAGES, stage)}：${own.text}`,
    })),
  };
}

/** Units of an amount: one start, money once, and only the like added up; steps that a decision can tell apart. */
import type { Rate } from "../amounts/rate.ts";
import type { Quantity } from "../amounts/quantity.ts";
import type { Step } from "../amounts/steps.ts";
import { NUMBER_FACTS, yuan } from "../facts.ts";
import type { Benefit, PackageRules, Parameter } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

const MONEY = "元";
const NO_NUMBER = "不是数量";

interface Reckoned {
  /** `元`, or what is counted. */
  unit: string;
  wrong: string[];
}

function parameterUnit(parameters: readonly Parameter[], name: string): string {
  const type = parameters.find((one) => one.name === name)?.type.kind;
  return type === "money" ? MONEY : type === "count" ? "个数" : NO_NUMBER;
}

function factUnit(unit: string): string {
  return unit === "fen" ? MONEY : unit;
}

/** Parts that must be of one unit. */
function alike(parts: readonly Reckoned[], what: string): Reckoned {
  const units = [...new Set(parts.map(({ unit }) => unit))];
  const wrong = parts.flatMap((part) => part.wrong);
  if (units.length > 1) wrong.push(`${what}的单位不同：${units.join("、")}`);
  return { unit: units[0] ?? MONEY, wrong };
}

function reckon(quantity: Quantity, parameters: readonly Parameter[]): Reckoned {
  const inner = (one: Quantity): Reckoned => reckon(one, parameters);
  switch (quantity.kind) {
    case "money":
      return { unit: MONEY, wrong: [] };
    case "fact":
      return { unit: factUnit(NUMBER_FACTS[quantity.fact].unit), wrong: [] };
    case "parameter":
      return { unit: parameterUnit(parameters, quantity.name), wrong: [] };
    case "sum":
      return alike(quantity.of.map(inner), "相加");
    case "least":
      return alike(quantity.of.map(inner), "比较");
    case "product":
      return multiplied(quantity.of.map(inner));
    case "choose":
      return alike(
        quantity.options.map(({ take }) => inner(take)),
        "各选项",
      );
    case "capped":
      return alike([inner(quantity.take), { unit: parameterUnit(parameters, quantity.by), wrong: [] }], "封顶");
    case "allowance-days":
    case "days-outside":
      return { unit: "日", wrong: [] };
    case "months-left":
      return { unit: "个月", wrong: [] };
  }
}

/** Money at most once; a number of anything may be multiplied with any other. */
function multiplied(parts: readonly Reckoned[]): Reckoned {
  const units = parts.map(({ unit }) => unit);
  const wrong = parts.flatMap((part) => part.wrong);
  if (units.filter((unit) => unit === MONEY).length > 1) wrong.push("金额乘以金额");
  if (units.includes(NO_NUMBER)) wrong.push("相乘的有一项不是数量");
  return { unit: units.includes(MONEY) ? MONEY : units.join("×"), wrong };
}

function wrongRates(rate: Rate, parameters: readonly Parameter[]): string[] {
  if (rate.kind === "choose-rate") return rate.options.flatMap((option) => wrongRates(option.rate, parameters));
  if (rate.kind === "percent") return [];
  if (rate.kind === "rate-below") {
    const { unit, wrong } = reckon(rate.quantity, parameters);
    if (unit === MONEY || unit === NO_NUMBER) wrong.push("比例所看的应为个数，而不是金额");
    if (typeof rate.bound !== "number" && parameterUnit(parameters, rate.bound.name) !== "个数")
      wrong.push(`界限 ${rate.bound.name} 应为次数或月数（count）`);
    return [...wrong, ...[rate.below, rate.otherwise].flatMap((inner) => wrongRates(inner, parameters))];
  }
  const type = parameters.find(({ name }) => name === rate.name)?.type.kind;
  return type === "percent" ? [] : [`比例 ${rate.name} 应为百分数（percent）`];
}

function stepsOf({ amount }: Benefit): Step[][] {
  return amount.kind === "steps" ? [amount.steps] : amount.stages.map(({ steps }) => steps);
}

function wrongSteps(steps: readonly Step[], parameters: readonly Parameter[]): string[] {
  const wrong: string[] = [];
  const starts = steps.filter(({ kind }) => kind === "start").length;
  if (starts !== 1) wrong.push(`应有一个起始（start），有 ${starts} 个`);
  if (starts === 1 && steps[0]?.kind !== "start") wrong.push("起始（start）应为第一步");
  let money = 0;
  for (const step of steps) {
    switch (step.kind) {
      case "start":
      case "times": {
        const { unit, wrong: inner } = reckon(step.quantity, parameters);
        wrong.push(...inner);
        if (unit === NO_NUMBER) wrong.push(`${step.step} 不是数量`);
        if (unit === MONEY) money += 1;
        break;
      }
      case "less": {
        const { unit, wrong: inner } = reckon(step.quantity, parameters);
        wrong.push(...inner);
        if (unit !== MONEY) wrong.push(`${step.step} 从金额中减去的应为金额，而不是${unit}`);
        break;
      }
      case "plus-parameter":
        if (parameterUnit(parameters, step.name) !== MONEY) wrong.push(`${step.step} 加上的应为金额`);
        break;
      case "at-most":
      case "at-least": {
        const { unit, wrong: inner } = reckon(step.quantity, parameters);
        wrong.push(...inner);
        if (unit !== MONEY) wrong.push(`${step.step} 的界限应为金额，而不是${unit}`);
        if (money === 0) wrong.push(`${step.step} 以前还没有金额`);
        break;
      }
      case "rate":
        wrong.push(...wrongRates(step.rate, parameters));
        break;
      case "divide":
    }
  }
  if (money > 1) wrong.push("金额乘以金额");
  if (money === 0) wrong.push("结果不是金额");
  return wrong;
}

/** Names under which a decision gives the result itself. */
const RESULTS = new Set(["amount", "recover"]);

/** Steps that a decision couldn't tell apart, and a floor above the ceiling. */
function wrongOrder(steps: readonly Step[]): string[] {
  const names = steps.map(({ step }) => step);
  const bounds = steps.flatMap((step) =>
    (step.kind === "at-least" || step.kind === "at-most") && step.quantity.kind === "money"
      ? [{ kind: step.kind, fen: step.quantity.fen }]
      : [],
  );
  const floor = Math.max(0, ...bounds.filter(({ kind }) => kind === "at-least").map(({ fen }) => fen));
  const ceiling = Math.min(...bounds.filter(({ kind }) => kind === "at-most").map(({ fen }) => fen));
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `两步同名 ${name}`),
    ...names.filter((name) => RESULTS.has(name)).map((name) => `${name} 是结果的名称，步骤请另取名称`),
    ...(floor > ceiling ? [`最低 ${yuan(floor)}，高于最高 ${yuan(ceiling)}`] : []),
  ];
}

export function checkUnits(rules: PackageRules): PolicyProblem[] {
  return rules.benefits.flatMap((benefit) =>
    stepsOf(benefit)
      .flatMap((steps) => [...wrongSteps(steps, rules.parameters), ...wrongOrder(steps)])
      .map((message): PolicyProblem => ({ severity: "error", kind: "unit", where: benefit.id, message })),
  );
}

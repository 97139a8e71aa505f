/** Parameters of a type that fits where a rule names them: a number of months is no sum of money, and a reading no day. */
import { NUMBER_FACTS } from "../facts.ts";
import type { NumberFactPath } from "../facts.ts";
import { meant } from "../meant.ts";
import type { PackageRules, ParameterType } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

type Kind = ParameterType["kind"];

/** Types of parameter that fit where a node of that kind names one. */
export const FITTING: Readonly<Record<string, readonly Kind[]>> = {
  hours: ["ratio"],
  "in-period": ["day"],
  "date-compare": ["day"],
  age: ["count"],
  "by-sex": ["count"],
  compare: ["count", "money"],
  "history-limit": ["count"],
  "allowance-days": ["choice"],
  "by-parameter": ["choice"],
  "parameter-rate": ["percent"],
  "rate-below": ["count"],
  capped: ["money"],
  "plus-parameter": ["money"],
  parameter: ["money", "choice"],
};

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  money: "金额",
  ratio: "比例",
  percent: "百分数",
  count: "次数或月数",
  day: "日期",
  choice: "读法",
};

/** Amounts see to these themselves: what fits depends on what is reckoned with. */
const IN_AMOUNTS = new Set(["parameter-rate", "rate-below", "capped", "plus-parameter"]);

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** The types that fit a parameter which the node names under the key; null where anything does, or amounts see to it. */
function fittingAt(node: Node, key: string): readonly Kind[] | null {
  const kind = String(node["kind"]);
  if (key === "by") return ["choice"];
  if (kind === "compare") return NUMBER_FACTS[node["fact"] as NumberFactPath].unit === "fen" ? ["money"] : ["count"];
  return IN_AMOUNTS.has(kind) ? null : (FITTING[kind] ?? null);
}

/** The parameters that a node and all within it name, with the types that fit there. */
function named(value: unknown): { name: string; fitting: readonly Kind[] }[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (!isNode(value)) return [];
  const own =
    value["kind"] === "by-parameter" ? [{ name: String(value["name"]), fitting: FITTING["by-parameter"] ?? [] }] : [];
  const inner = Object.entries(value).flatMap(([key, part]) => {
    const fitting = isNode(part) && part["kind"] === "parameter" ? fittingAt(value, key) : null;
    return fitting === null || !isNode(part) ? named(part) : [{ name: String(part["name"]), fitting }];
  });
  return [...own, ...inner];
}

/** Selectors name a parameter as the very node; what else is one in an amount, the units say. */
export function checkFitting(rules: PackageRules): PolicyProblem[] {
  const types = new Map(rules.parameters.map(({ name, type }) => [name, type.kind]));
  return rules.benefits.flatMap((benefit) => {
    const places: [string, unknown][] = [
      ...benefit.tests.map(({ id, rule }): [string, unknown] => [`${benefit.id}/${id}`, rule]),
      [benefit.id, benefit.amount],
    ];
    return places.flatMap(([where, part]) =>
      named(part).flatMap(({ name, fitting }): PolicyProblem[] => {
        const kind = types.get(name);
        if (kind === undefined || fitting.includes(kind)) return [];
        const wanted = fitting.map((one) => KIND_NAMES[one]).join("或");
        const others = rules.parameters.filter((one) => fitting.includes(one.type.kind)).map((one) => one.name);
        return [
          {
            severity: "error",
            kind: "unit",
            where,
            message: `参数 ${name} 是${KIND_NAMES[kind]}，这里应为${wanted}${meant(name, others)}`,
          },
        ];
      }),
    );
  });
}

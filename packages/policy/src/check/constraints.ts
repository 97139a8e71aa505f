/**
 * Constraints that a benefit's tests put on each single fact: reveals tests that contradict each other and tests that can never
 * refuse.
 */
import { dateNumber } from "../dates.ts";
import { CODE_FACTS } from "../facts.ts";
import type { TestNode } from "../mechanisms/index.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import type { Benefit } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

type Value = string | number | boolean;

/** Either a set of values, or a range of numbers (dates as numbers), both ends included. */
export type Allowed = { values: ReadonlySet<Value> } | { low: number; high: number };

interface Constraint {
  test: string;
  fact: string;
  allowed: Allowed;
}

function constraintsOf(test: string, node: TestNode): Constraint[] {
  switch (node.kind) {
    case "compare": {
      if (typeof node.bound !== "number") return [];
      // All numbers of a case but hours are whole; a strict bound is the next whole number.
      const step = node.fact.endsWith("Hours") ? Number.EPSILON : 1;
      const range: Record<typeof node.is, Allowed> = {
        "at-least": { low: node.bound, high: Number.POSITIVE_INFINITY },
        "more-than": { low: node.bound + step, high: Number.POSITIVE_INFINITY },
        "at-most": { low: 0, high: node.bound },
        "less-than": { low: 0, high: node.bound - step },
      };
      return [{ test, fact: node.fact, allowed: range[node.is] }];
    }
    case "date-compare": {
      if (typeof node.day !== "string") return [];
      const day = dateNumber(node.day);
      const allowed = node.is === "on-or-after" ? { low: day, high: Number.POSITIVE_INFINITY } : { low: 0, high: day };
      return [{ test, fact: node.fact, allowed }];
    }
    case "is":
      return [{ test, fact: node.fact, allowed: { values: new Set<Value>([node.value]) } }];
    case "one-of":
      return [{ test, fact: node.fact, allowed: { values: new Set<Value>(node.values) } }];
    case "all-of":
      return node.tests.flatMap((inner) => constraintsOf(test, inner));
    default:
      return [];
  }
}

function everything(fact: string): Allowed {
  const code = Object.entries(CODE_FACTS).find(([path]) => path === fact)?.[1];
  // A package may have courses of its own.
  return code === undefined || fact === "/training/course"
    ? { low: 0, high: Number.POSITIVE_INFINITY }
    : { values: new Set<Value>(codesOf(code.names)) };
}

function both(a: Allowed, b: Allowed): Allowed {
  if ("values" in a && "values" in b) return { values: new Set([...a.values].filter((value) => b.values.has(value))) };
  if ("values" in a) return a;
  if ("values" in b) return b;
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

function isEmpty(allowed: Allowed): boolean {
  return "values" in allowed ? allowed.values.size === 0 : allowed.low > allowed.high;
}

/** Whether everything that `inner` allows, `outer` allows too. */
function within(inner: Allowed, outer: Allowed): boolean {
  if ("values" in inner && "values" in outer) return [...inner.values].every((value) => outer.values.has(value));
  if ("values" in inner || "values" in outer) return false;
  return inner.low >= outer.low && inner.high <= outer.high;
}

/** Intersection of the constraints of all tests of a benefit on a fact. */
export function allowedBy(benefit: Benefit, fact: string): Allowed {
  return benefit.tests
    .flatMap((test) => constraintsOf(test.id, test.rule))
    .filter((one) => one.fact === fact)
    .reduce((allowed, one) => both(allowed, one.allowed), everything(fact));
}

export function checkContradictions(benefits: readonly Benefit[]): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const benefit of benefits) {
    const all = benefit.tests.flatMap((test) => constraintsOf(test.id, test.rule));
    for (const [at, one] of all.entries()) {
      const others = all.filter((other, otherAt) => otherAt !== at && other.fact === one.fact);
      const where = `${benefit.id}/${one.test}`;
      const rest = others.reduce((allowed, other) => both(allowed, other.allowed), everything(one.fact));
      if (isEmpty(both(rest, one.allowed))) {
        problems.push({
          severity: "error",
          kind: "contradiction",
          where,
          message: `与 ${others.map((other) => other.test).join("、")} 矛盾，这项补贴不可能享受`,
        });
      } else if (others.length > 0 && within(rest, one.allowed)) {
        problems.push({ severity: "error", kind: "unreachable", where, message: "其他条件已经更严，本项从不起作用" });
      } else if (within(everything(one.fact), one.allowed)) {
        problems.push({ severity: "note", kind: "unreachable", where, message: "列出了全部取值，只要求给出这一事实" });
      }
    }
  }
  return problems;
}

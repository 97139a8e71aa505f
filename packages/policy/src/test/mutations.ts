/**
 * Every small change of a package's rules: each comparison turned, each bound, rate and amount moved by one, each
 * listed value left out, each test, condition and step taken away. The worked cases must notice every one.
 */
import { COMPARISONS } from "../mechanisms/compare.ts";
import { neighbours } from "../check/boundaries.ts";
import { CODE_FACTS } from "../facts.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import { getAt, setAt } from "../pointer.ts";

export interface Mutation {
  /** JSON pointer into the rules of the benefit, or of the parameters. */
  path: string;
  what: string;
  mutated: unknown;
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function without(list: readonly unknown[], at: number): unknown[] {
  return list.filter((_one, other) => other !== at);
}

/** Replacements for one node of the grammar, by its kind. */
function replacements(node: Node): [string, unknown][] {
  const changed: [string, unknown][] = [];
  const put = (key: string, value: unknown): void => {
    changed.push([`${key} → ${JSON.stringify(value)}`, { ...node, [key]: value }]);
  };
  const nudge = (key: string): void => {
    const value = node[key];
    if (typeof value !== "number") return;
    put(key, value + 1);
    if (value > 0) put(key, value - 1);
  };
  const shorten = (key: string): void => {
    const list = node[key];
    if (!Array.isArray(list) || list.length < 2) return;
    for (const at of list.keys()) put(key, without(list, at));
  };
  const others = (key: string, all: readonly unknown[]): void => {
    for (const value of all) if (value !== node[key]) put(key, value);
  };
  switch (node["kind"]) {
    case "compare":
      nudge("bound");
      others("is", COMPARISONS);
      break;
    case "date-compare": {
      if (typeof node["day"] === "string") {
        const [before, , after] = neighbours(node["day"]);
        put("day", before);
        put("day", after);
      }
      others("is", ["on-or-after", "on-or-before"]);
      break;
    }
    case "is":
      put("value", node["value"] !== true);
      break;
    case "one-of": {
      shorten("values");
      const listed: unknown[] = Array.isArray(node["values"]) ? node["values"] : [];
      const names = Object.entries(CODE_FACTS).find(([path]) => path === node["fact"])?.[1].names ?? {};
      for (const code of codesOf(names)) if (!listed.includes(code)) put("values", [...listed, code]);
      break;
    }
    case "within-months":
      nudge("months");
      break;
    case "in-period": {
      const [before, , after] = neighbours(String(node["since"]));
      put("since", before);
      put("since", after);
      nudge("claimMonths");
      shorten("begun");
      put("settled", node["settled"] !== true);
      break;
    }
    case "facts-agree":
      shorten("contradictions");
      break;
    case "by-parameter":
      for (const option of Array.isArray(node["options"]) ? node["options"] : [])
        changed.push(["always", getAt(option, "/requires")]);
      break;
    case "capped":
      changed.push(["without cap", node["take"]]);
      break;
    case "groups":
      shorten("any");
      break;
    case "in-place-of":
      shorten("relations");
      shorten("groups");
      break;
    case "history-exclusion":
      shorten("benefits");
      if (Array.isArray(node["same"])) for (const at of node["same"].keys()) put("same", without(node["same"], at));
      break;
    case "no-lower-level":
      shorten("benefits");
      if (Array.isArray(node["same"])) for (const at of node["same"].keys()) put("same", without(node["same"], at));
      break;
    case "age":
      nudge("years");
      others("is", ["at-least", "under"]);
      break;
    case "by-sex":
      nudge("F");
      nudge("M");
      break;
    case "not":
      changed.push(["as it stands", node["test"]]);
      break;
    case "divide":
      nudge("by");
      break;
    case "history-limit":
      nudge("fewerThan");
      others("per", ["calendar-year", "rolling-year", "ever"]);
      break;
    case "history-months":
      nudge("fewerThan");
      break;
    case "any-of":
    case "all-of":
      others("kind", ["any-of", "all-of"]);
      for (const inner of Array.isArray(node["tests"]) ? node["tests"] : [])
        changed.push(["only one of its tests", inner]);
      break;
    case "only-if":
    case "where-given":
      changed.push(["always", node["requires"]]);
      break;
    case "money":
      nudge("fen");
      break;
    case "percent":
      nudge("percent");
      break;
    case "rate-below":
      nudge("bound");
      break;
    case "months-left":
      nudge("atMost");
      break;
    case "sum":
    case "least":
      others("kind", ["sum", "least"]);
      for (const inner of Array.isArray(node["of"]) ? node["of"] : []) changed.push(["only one part", inner]);
      break;
    case "choose":
    case "choose-rate":
      shorten("options");
      break;
    case "flag": {
      const { withoutBlock, ...plain } = node;
      if (withoutBlock !== undefined) changed.push(["always needed", plain]);
      break;
    }
    case "less":
      others("belowZero", ["zero", "recover"]);
      break;
    case "steps":
    case "staged":
      shorten("stages");
      break;
    default:
  }
  return changed;
}

/** Every mutation of a benefit's tests and amount. */
export function mutationsOf(benefit: unknown): Mutation[] {
  const found: Mutation[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      const list: unknown[] = value;
      // A test or a step taken away; a benefit keeps at least one test.
      if ((path === "/tests" || path.endsWith("/steps")) && list.length > 1) {
        for (const at of list.keys()) {
          // A first step has nothing before it, and a rate of 100 % changes nothing.
          const isStep = path.endsWith("/steps");
          if (isStep && (at === 0 || getAt(list[at], "/rate/percent") === 100)) continue;
          found.push({ path: `${path}/${at}`, what: "taken away", mutated: setAt(benefit, path, without(list, at)) });
        }
      }
      for (const [at, inner] of list.entries()) visit(inner, `${path}/${at}`);
    } else if (isNode(value)) {
      for (const [what, node] of replacements(value)) {
        found.push({ path, what, mutated: setAt(benefit, path, node) });
      }
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`);
    }
  };
  visit(getAt(benefit, "/tests"), "/tests");
  visit(getAt(benefit, "/amount"), "/amount");
  return found;
}

/** Codes of their own list only, where a rule lists them or chooses by them; and facts that are compared with another, not with themselves. */
import type { Selector } from "../amounts/selector.ts";
import { CODE_FACTS, labelOf } from "../facts.ts";
import { meant } from "../meant.ts";
import { testsWithin } from "../mechanisms/index.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import type { Benefit, PackageRules } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

type Code = string | number | boolean;

/** The values that a fact or a parameter can have, and its name. */
interface Domain {
  label: string;
  codes: readonly Code[];
}

function domainOf(selector: Selector, rules: PackageRules): Domain | null {
  switch (selector.kind) {
    case "flag":
      return { label: labelOf(selector.fact), codes: [true, false] };
    case "code": {
      const { label, names } = CODE_FACTS[selector.fact];
      const own = selector.fact === "/training/course" ? (rules.vocabulary?.courses ?? {}) : {};
      return { label, codes: codesOf({ ...names, ...own }) };
    }
    case "parameter": {
      const parameter = rules.parameters.find(({ name }) => name === selector.name);
      if (parameter?.type.kind !== "choice") return null;
      return { label: parameter.label, codes: parameter.type.options.map(({ value }) => value) };
    }
  }
}

function foreign({ label, codes }: Domain, values: readonly Code[]): string[] {
  return values
    .filter((value) => !codes.includes(value))
    .map((value) => `${label}没有取值 ${String(value)}${meant(String(value), codes.map(String))}`);
}

/** The choices within a part of an amount: by what, and the values that have an option. */
function choicesIn(part: unknown): { by: Selector; options: { is: Code }[] }[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(choicesIn);
  // The amount fits the schema, so that whatever has both is a choice.
  return "by" in part && "options" in part ? [part as { by: Selector; options: { is: Code }[] }, ...inner] : inner;
}

function wrongTests({ tests }: Benefit, rules: PackageRules): string[] {
  return tests
    .flatMap(({ rule }) => testsWithin(rule))
    .flatMap((node): string[] => {
      switch (node.kind) {
        case "one-of":
          return foreign(domainOf({ kind: "code", fact: node.fact }, rules) ?? { label: "", codes: [] }, node.values);
        case "by-parameter": {
          const domain = domainOf({ kind: "parameter", name: node.name }, rules);
          return domain === null
            ? []
            : foreign(
                domain,
                node.options.map(({ is }) => is),
              );
        }
        case "within-months":
          return node.fact === node.since ? [`${labelOf(node.fact)}与自己相比`] : [];
        case "higher-than":
          return node.fact === node.than ? [`${labelOf(node.fact)}与自己相比`] : [];
        default:
          return [];
      }
    });
}

function wrongChoices({ amount }: Benefit, rules: PackageRules): string[] {
  return choicesIn(amount).flatMap(({ by, options }) => {
    const domain = domainOf(by, rules);
    return domain === null
      ? []
      : foreign(
          domain,
          options.map(({ is }) => is),
        );
  });
}

export function checkCodes(rules: PackageRules): PolicyProblem[] {
  return rules.benefits.flatMap((benefit) =>
    [...wrongTests(benefit, rules), ...wrongChoices(benefit, rules)].map((message): PolicyProblem => ({
      severity: "error",
      kind: "unit",
      where: benefit.id,
      message,
    })),
  );
}

import { describe, expect, test, vi } from "vitest";
import { neighbours } from "./check/boundaries.ts";
import type { PackageRules, WorkedCases } from "./package-types.ts";
import { compilePolicy } from "./compile.ts";
import { setAt } from "./pointer.ts";
import { mutationsOf } from "./test/mutations.ts";
import { loadCasesOf, loadPolicy } from "./versions.ts";
import { runWorkedCases } from "./worked-cases.ts";

vi.setConfig({ testTimeout: 60_000 });

function survives(rules: PackageRules, files: readonly WorkedCases[]): boolean {
  return runWorkedCases(compilePolicy(rules, "sha256:mutated"), files).length === 0;
}

describe.each(["rugao-2019@1.0.0", "rugao-2019@2.0.0", "example-2025"])(
  "every small change of %s breaks a worked case",
  (id) => {
    const policy = loadPolicy(id);
    const files = loadCasesOf(id);

    test.each([...policy.benefits.keys()])("%s", (benefit) => {
      const at = policy.rules.benefits.findIndex((one) => one.id === benefit);
      const own = files.filter((file) => file.benefit === benefit);
      const mutations = mutationsOf(policy.rules.benefits[at]);
      expect(mutations.length).toBeGreaterThan(0);
      const unnoticed = mutations
        .filter(({ mutated }) => survives(setAt(policy.rules, `/benefits/${at}`, mutated), own))
        .map(({ path, what }) => `${path}: ${what}`);
      expect(unnoticed).toEqual([]);
    });

    test("values of parameters", () => {
      const unnoticed: string[] = [];
      for (const [at, parameter] of policy.rules.parameters.entries()) {
        for (const [valueAt, { value }] of parameter.values.entries()) {
          const type = parameter.type;
          const step = type.kind === "ratio" ? 0.01 : 1;
          const others =
            type.kind === "choice"
              ? type.options.map((option) => option.value).filter((one) => one !== value)
              : type.kind === "day"
                ? neighbours(String(value)).filter((day) => day !== value)
                : [Number(value) + step, Number(value) - step].filter((one) => one >= 0);
          for (const other of others) {
            const rules = setAt(policy.rules, `/parameters/${at}/values/${valueAt}/value`, other);
            if (survives(rules, files)) unnoticed.push(`${parameter.name} → ${other}`);
          }
        }
      }
      expect(unnoticed).toEqual([]);
    });
  },
);

/** A small programme of the third part of the grammar, and cases of it. */
import fc from "fast-check";
import { adjudicate } from "../adjudicate.ts";
import { compilePolicy } from "../compile.ts";
import type { Policy } from "../compile.ts";
import { setAt } from "../pointer.ts";
import type { Answer } from "../reference/three-valued.ts";
import type { Case } from "../types.ts";
import { validateCase } from "../validate-case.ts";
import { counterexample } from "./counterexample.ts";

export const money = (fen: number): object => ({ kind: "money", fen });
export const start = (quantity: object): object => ({ kind: "start", step: "base", quantity });
export const always = { kind: "compare", fact: "/insurance/unemploymentMonths", is: "at-least", bound: 0 };

/** A programme of one benefit with the rule and the steps; ids, clauses, groups and courses are of its own. */
export function programme(rule: object, steps: object[] = [start(money(100))], more: object = {}): Policy {
  return compilePolicy(
    {
      manifest: {
        id: "small",
        version: "1.0.0",
        title: "小政策",
        issuedBy: "县",
        documentNumber: "1号",
        effective: { from: "2019-01-01" },
        parametersBy: "/appliedOn",
        contract: 3,
        notes: [],
        benefits: ["bonus"],
      },
      clauses: [{ id: "第五条", title: "补贴", summary: "补贴", concerns: [], benefits: ["bonus"], features: [] }],
      vocabulary: {
        groups: { sailor: "船员" },
        courses: { market: "市场营销" },
        grants: { "harbour-grant": "港口补贴" },
      },
      parameters: [],
      interpretations: [],
      benefits: [
        {
          id: "bonus",
          clause: "第五条",
          title: "奖补",
          audience: "人",
          summary: "奖补",
          tests: [{ id: "rule", clause: "第五条", title: "条件", rule }],
          amount: { kind: "steps", steps },
        },
      ],
      ...more,
    },
    "sha256:small",
  );
}

const day = fc.constantFrom(
  ..."2019-02-28 2020-02-28 2020-02-29 2020-03-01 2021-02-28 2021-03-01 2021-12-31".split(" "),
);
const birth = fc.constantFrom(
  ..."1970-02-28 1970-03-01 1976-02-29 1980-02-29 1980-03-01 2000-02-29 2005-03-01".split(" "),
);
const level = fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null });
const occupation = fc.option(fc.constantFrom("6-31-01-03", "6-18-02-04"), { nil: null });
const course = fc.constantFrom("syb", "market");
const some = <T>(model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> =>
  fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<T>;

const cases: fc.Arbitrary<Case> = fc.record(
  {
    id: fc.constant("c"),
    benefit: fc.constant("bonus"),
    appliedOn: day,
    person: some<NonNullable<Case["person"]>>({ birthDate: birth, sex: fc.constantFrom("F", "M") }),
    training: some<NonNullable<Case["training"]>>({ course }),
    certificate: some<NonNullable<Case["certificate"]>>({ level, occupation }),
    history: fc.array(
      some<NonNullable<Case["history"]>[number]>({
        benefit: fc.constantFrom("bonus", "harbour-grant", "on-job"),
        level,
        occupation,
        course: fc.option(course, { nil: null }),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["id", "benefit", "appliedOn"] },
) as fc.Arbitrary<Case>;

/** The engine's verdict, and what it misses, against the reference's; null where they agree on every case. */
export function disagreement(policy: Policy, reference: (c: Case) => Answer): string | null {
  const property = fc.property(cases, (c) => {
    const { findings, missing } = adjudicate(policy, setAt(c, "/insurance/unemploymentMonths", 1));
    const { met, missing: expected } = reference(c);
    return (
      validateCase(c, policy).ok &&
      findings[0]?.met === met &&
      [...missing].toSorted().join() === [...new Set(met === null ? expected : [])].toSorted().join() &&
      !/undefined|NaN|null|true|false/u.test(findings[0].because)
    );
  });
  return counterexample(property, 2000);
}

export const paid = (policy: Policy, facts: object): unknown =>
  adjudicate(policy, {
    id: "c",
    benefit: "bonus",
    appliedOn: "2020-01-01",
    insurance: { unemploymentMonths: 1 },
    ...facts,
  }).amountFen;

export const standard = (by: string): object => ({
  parameters: [
    {
      name: "standard.level4Fen",
      label: "中级工标准",
      clause: "第五条",
      type: { kind: "money" },
      supplied: "package",
      description: "按日期",
      by,
      values: [
        { from: "2018-01-01", to: "2018-12-31", value: 100, source: "旧" },
        { from: "2019-01-01", value: 200, source: "新" },
      ],
    },
  ],
});

export const withGroups = (groups: string[]): unknown => ({
  id: "c",
  benefit: "bonus",
  appliedOn: "2020-01-01",
  person: { groups },
});

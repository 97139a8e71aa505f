import { type Case, loadPolicy, type Policy } from "@jinengtong/policy";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { historyRules, slotsOf } from "./slot-rules.ts";

const POLICIES = path.resolve(import.meta.dirname, "../../../../policies");
const policies = readdirSync(POLICIES)
  .filter((name) => existsSync(path.join(POLICIES, name, "manifest.json")))
  .map((name): [string, Policy] => [name, loadPolicy(path.join(POLICIES, name))]);
const rugao = loadPolicy(path.join(POLICIES, "rugao-2019@1.0.0"));

const aCase = (given: Partial<Case>): Case => ({
  id: "c",
  benefit: "unemployed-training",
  appliedOn: "2020-06-01",
  employment: { employer: "91320682MA10000390" },
  ...given,
});
const certified = { certificate: { kind: "skill-level", occupation: "6-31-01-03", level: 5 } } satisfies Partial<Case>;

describe.each(policies)("the history limits of %s", (_name, policy) => {
  it("have one name each, as slots are kept under it", () => {
    const ids = historyRules(policy).map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are all held by slots", () => {
    for (const { source } of policy.benefits.values()) {
      const bound = historyRules(policy).filter(
        (rule) =>
          rule.bound.has(source.id) && !(rule.node.kind === "history-exclusion" && outside(policy, rule.node.benefits)),
      );
      const wants = slotsOf(
        policy,
        aCase({ ...certified, benefit: source.id, training: { course: "syb" }, workForTraining: { months: 2 } }),
      );
      expect(wants.length).toBeGreaterThanOrEqual(bound.length);
    }
  });
});

/** Grants that no claim of this programme can make, so that only the decision, not a slot, can count them. */
const outside = (policy: Policy, benefits: readonly string[]): boolean =>
  benefits.every((benefit) => ![...policy.benefits.keys()].some((own) => own === benefit));

describe("slots of rugao-2019", () => {
  it.each<{ what: string; given: Partial<Case>; slots: string[] }>([
    {
      what: "training the unemployed: one of three a year, and once for the occupation and level",
      given: certified,
      slots: ["three-a-year 2020 1≤3", "not-repeated 6-31-01-03/5 1≤1"],
    },
    {
      what: "the year is the year of application",
      given: { ...certified, appliedOn: "2021-01-01" },
      slots: ["three-a-year 2021 1≤3", "not-repeated 6-31-01-03/5 1≤1"],
    },
    {
      what: "pre-job: apart from work-for-training of the same employer",
      given: { ...certified, benefit: "pre-job" },
      slots: ["pre-job/work-for-training 91320682MA10000390 1≤∞ @pre-job", "not-repeated 6-31-01-03/5 1≤1"],
    },
    {
      what: "work-for-training: a slot a month, six at most, and apart from pre-job",
      given: { benefit: "work-for-training", workForTraining: { months: 4 } },
      slots: ["pre-job/work-for-training 91320682MA10000390 1≤∞ @work-for-training", "six-months ever 4≤6 partial"],
    },
    { what: "a degree once", given: { benefit: "degree-award" }, slots: ["once ever 1≤1"] },
    { what: "start-up training once", given: { benefit: "startup-training" }, slots: ["course-once ever 1≤1"] },
    {
      what: "on-job without a certificate: nothing to repeat",
      given: { benefit: "on-job" },
      slots: [],
    },
    { what: "living allowance: no limit over time", given: { benefit: "living-allowance" }, slots: [] },
  ])("$what", ({ given, slots }) => {
    const said = slotsOf(rugao, aCase(given)).map(
      ({ rule, key, count, limit, side, partial }) =>
        `${rule} ${key} ${count}≤${limit ?? "∞"}${side === "" ? "" : ` @${side}`}${partial ? " partial" : ""}`,
    );
    expect(said.toSorted()).toEqual(slots.toSorted());
  });
});

it("version 2.0.0 keeps each day of a living allowance, once", () => {
  const second = loadPolicy(path.join(POLICIES, "rugao-2019@2.0.0"));
  const slots = slotsOf(
    second,
    aCase({
      benefit: "living-allowance",
      person: { unemploymentBenefit: [{ from: "2020-03-03", to: "2020-03-04" }] },
      training: { from: "2020-03-02", to: "2020-03-10", attendedDays: ["2020-03-02", "2020-03-03", "2020-03-05"] },
      history: [{ benefit: "living-allowance", from: "2020-03-05", to: "2020-03-05" }],
    }),
  );
  expect(slots.map(({ rule, key, limit }) => [rule, key, limit])).toEqual([
    ["allowance-day", "living-allowance 2020-03-02", 1],
  ]);
});

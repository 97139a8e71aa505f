import { adjudicate, loadDraft, type Case } from "@jinengtong/policy";
import { expect, it } from "vitest";
import { whyDifferent } from "./run-law.ts";

const policy = loadDraft("rugao-2019");

/** A learner who attended six days. */
const facts = (perDayFen: number): Case => ({
  id: "1",
  benefit: "living-allowance",
  appliedOn: "2020-06-01",
  person: {
    groups: ["registered-unemployed", "hard-to-employ"],
    unemploymentBenefit: [],
    monthlyPension: false,
  },
  training: {
    from: "2020-03-02",
    to: "2020-03-11",
    attendedDays: ["2020-03-02", "2020-03-03", "2020-03-04", "2020-03-05", "2020-03-06", "2020-03-07"],
  },
  history: [],
  parameters: { "livingAllowance.perDayFen": perDayFen },
});

it("names the value that was corrected, from what to what, and no code", () => {
  const [before, after] = [facts(4_000), facts(4_500)];
  const now = { policy, facts: after, decision: adjudicate(policy, after), problem: "" };
  expect(now.decision).toMatchObject({ outcome: "granted", amountFen: 27_000 });
  expect(whyDifferent(adjudicate(policy, before), now)).toBe("每日生活费补贴由 40 元改为 45 元");
});

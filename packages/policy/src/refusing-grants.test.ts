import { expect, test } from "vitest";
import { adjudicate } from "./adjudicate.ts";
import { refusingGrants } from "./refusing-grants.ts";
import type { Case, HistoryEntry } from "./types.ts";
import { loadPolicy } from "./versions.ts";

const policy = loadPolicy("rugao-2019");

const grant = (benefit: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  benefit,
  occupation: "6-31-01-03",
  level: 5,
  on: "2020-02-01",
  employer: null,
  months: 0,
  ...more,
});
const other = { occupation: "6-18-02-04" };

/** A case of that benefit with as much of the person and the certificate as tests of its history read. */
const claim = (benefit: string, history: HistoryEntry[], more: Partial<Case> = {}): Case => ({
  id: "c",
  benefit,
  appliedOn: "2020-06-01",
  certificate: { kind: "skill-level", occupation: "6-31-01-03", level: 5, issuedOn: "2020-05-01" },
  training: { from: "2020-03-02", to: "2020-03-31", attendedDays: ["2020-03-02", "2020-03-03"] },
  history,
  ...more,
});

test.each<[string, Case, Record<string, number[]>]>([
  ["nothing was granted before", claim("unemployed-training", []), {}],
  [
    "the same occupation and level, among grants of others",
    claim("skill-upgrade", [grant("pre-job", other), grant("on-job"), grant("degree-award")]),
    { "not-repeated": [1] },
  ],
  [
    "three in the year, and not the one of the year before",
    claim("unemployed-training", [
      grant("unemployed-training", { ...other, on: "2019-12-31" }),
      ...Array.from({ length: 3 }, () => grant("unemployed-training", other)),
    ]),
    { "three-a-year": [1, 2, 3] },
  ],
  [
    "six months together, in two grants",
    claim("work-for-training", [
      grant("work-for-training", { months: 4 }),
      grant("pre-job"),
      grant("work-for-training", { months: 3 }),
    ]),
    { "six-months": [0, 2] },
  ],
  [
    "every day covered, by one of two",
    claim(
      "living-allowance",
      [
        grant("living-allowance", { from: "2020-03-02", to: "2020-03-03" }),
        grant("living-allowance", { from: "2020-01-02", to: "2020-01-03" }),
      ],
      { person: { groups: [], unemploymentBenefit: [] } },
    ),
    { "not-on-benefit": [0] },
  ],
  ["a course that may be taken once", claim("startup-training", [grant("startup-training")]), { "course-once": [0] }],
])("%s", (_what, c, expected) => {
  expect(Object.fromEntries(refusingGrants(policy, c))).toEqual(expected);
  const refused = adjudicate(policy, c).findings.filter(({ met }) => met === false);
  for (const id of Object.keys(expected)) expect(refused.map(({ test: failed }) => failed)).toContain(id);
});

/** Pre-job cases at every bound of the benefit, the same for every engine. */
import type { Case } from "../../packages/policy/src/index.ts";

/** A generator with a fixed seed, so that every run compares the same cases. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

const KINDS = [
  "professional-qualification",
  "skill-level",
  "special-ability",
  "completion",
  "special-operation",
] as const;
const OCCUPATIONS = ["6-31-01-03", "6-18-02-04"] as const;
const EMPLOYERS = ["91320682MA10000390", "91110000600037341L"] as const;
const HISTORY = ["pre-job", "on-job", "work-for-training", "degree-award"] as const;
const LEVELS = [5, 4] as const;

function one<T>(list: readonly [T, ...T[]], at: number): T {
  return list[at] ?? list[0];
}

/** A day in 2020 or 2021; day numbers up to 28, so that every engine's month arithmetic agrees. */
function day(random: (below: number) => number): string {
  const month = String(1 + random(12)).padStart(2, "0");
  return `${2020 + random(2)}-${month}-${String(1 + random(28)).padStart(2, "0")}`;
}

export function preJobCases(count: number): Case[] {
  const random = generator(2019);
  const cases: Case[] = [];
  for (let at = 0; at < count; at += 1) {
    const history: NonNullable<Case["history"]> = [];
    for (let entries = random(3); entries > 0; entries -= 1) {
      history.push({
        benefit: one(HISTORY, random(4)),
        occupation: one(OCCUPATIONS, random(2)),
        level: one(LEVELS, random(2)),
        on: "2020-02-01",
        employer: one(EMPLOYERS, random(2)),
        months: 1,
      });
    }
    cases.push({
      id: `c-${at}`,
      benefit: "pre-job",
      appliedOn: "2021-06-01",
      employment: {
        employer: EMPLOYERS[0],
        employed: true,
        local: true,
        hiredOn: day(random),
        contractMonths: 10 + random(8),
      },
      training: { from: day(random), to: "2021-12-31", requiredHours: 60, offlineHours: 40, onlineHours: 40 },
      certificate: {
        kind: one(KINDS, random(5)),
        occupation: one(OCCUPATIONS, random(2)),
        level: one(LEVELS, random(2)),
        issuedOn: "2021-05-01",
      },
      standard: { trainingFen: 100_000 + random(5), assessmentFen: 20_000, shortage: random(3) === 0 },
      history,
    });
  }
  return cases;
}

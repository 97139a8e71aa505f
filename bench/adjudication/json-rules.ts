/** The pre-job decision for json-rules-engine: conditions as data, missing tests as custom operators. */
import { Engine } from "json-rules-engine";
import type { Case, HistoryEntry } from "../../packages/policy/src/index.ts";
import type { Answer } from "./answer.ts";

const REPEATED = new Set([
  "pre-job",
  "on-job",
  "skill-upgrade",
  "technician-award",
  "unemployed-training",
  "special-operation",
]);

interface Hire {
  hiredOn: string;
}

interface Certificate {
  occupation: string;
  level: number;
}

function yearLater(day: string): string {
  const [year, ...rest] = day.split("-");
  return [Number(year) + 1, ...rest].join("-");
}

export function jsonRules(): { decide: (c: Case) => Promise<Answer> } {
  const engine = new Engine();
  engine.addOperator<string, Hire>(
    "withinTwelveMonthsOf",
    (from, { hiredOn }) => from >= hiredOn && from <= yearLater(hiredOn),
  );
  engine.addOperator<HistoryEntry[], { employer: string }>("noWorkForTrainingWith", (history, { employer }) =>
    history.every((entry) => entry.benefit !== "work-for-training" || entry.employer !== employer),
  );
  engine.addOperator<HistoryEntry[], Certificate>("noneFor", (history, { occupation, level }) =>
    history.every(
      (entry) => !REPEATED.has(entry.benefit ?? "") || entry.occupation !== occupation || entry.level !== level,
    ),
  );
  engine.addRule({
    name: "pre-job",
    conditions: {
      all: [
        { fact: "employment", path: "$.contractMonths", operator: "greaterThanInclusive", value: 12 },
        { fact: "training", path: "$.from", operator: "withinTwelveMonthsOf", value: { fact: "employment" } },
        {
          fact: "certificate",
          path: "$.kind",
          operator: "in",
          value: ["professional-qualification", "skill-level", "special-ability", "completion"],
        },
        { fact: "history", operator: "noWorkForTrainingWith", value: { fact: "employment" } },
        { fact: "history", operator: "noneFor", value: { fact: "certificate" } },
      ],
    },
    event: { type: "granted" },
  });
  return {
    decide: async (c) => {
      const { results, failureResults } = await engine.run({
        employment: c.employment,
        training: c.training,
        certificate: c.certificate,
        history: c.history,
      });
      const [rule] = [...results, ...failureResults];
      const conditions = rule !== undefined && "all" in rule.conditions ? rule.conditions.all : [];
      const met = conditions.map((condition) => "result" in condition && condition.result === true);
      const granted = results.length === 1;
      const base = (c.standard?.trainingFen ?? 0) + (c.standard?.assessmentFen ?? 0);
      const amountFen = granted ? Math.floor(base * (c.standard?.shortage === true ? 1 : 0.5) + 0.5) : 0;
      return { outcome: granted ? "granted" : "refused", met, amountFen };
    },
  };
}

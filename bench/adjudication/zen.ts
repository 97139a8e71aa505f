/** The pre-job decision as a ZEN decision graph: its expression language, its trace. */
import { ZenEngine } from "@gorules/zen-engine";
import type { Case } from "../../packages/policy/src/index.ts";
import type { Answer } from "./answer.ts";
import { TESTS } from "./answer.ts";

const REPEATED = "['pre-job','on-job','skill-upgrade','technician-award','unemployed-training','special-operation']";

const expressions: readonly [string, string][] = [
  ["contract_one_year", "employment.contractMonths >= 12"],
  [
    "within_twelve_months",
    "d(training.from) >= d(employment.hiredOn) and d(training.from) <= d(employment.hiredOn).add(12, 'M')",
  ],
  [
    "certificate_kind",
    "certificate.kind in ['professional-qualification','skill-level','special-ability','completion']",
  ],
  ["not_work_for_training", "none(history, #.benefit == 'work-for-training' and #.employer == employment.employer)"],
  [
    "not_repeated",
    `none(history, #.benefit in ${REPEATED} and #.occupation == certificate.occupation and #.level == certificate.level)`,
  ],
  [
    "granted",
    "$.contract_one_year and $.within_twelve_months and $.certificate_kind and $.not_work_for_training and $.not_repeated",
  ],
  [
    "amountFen",
    "$.granted ? floor((standard.trainingFen + standard.assessmentFen) * (standard.shortage ? 1 : 0.5) + 0.5) : 0",
  ],
];

const graph = {
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    {
      id: "tests",
      name: "tests",
      type: "expressionNode",
      position: { x: 1, y: 0 },
      content: { expressions: expressions.map(([key, value], at) => ({ id: String(at), key, value })) },
    },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "a", sourceId: "in", targetId: "tests", type: "edge" },
    { id: "b", sourceId: "tests", targetId: "out", type: "edge" },
  ],
};

export function zen(): { decide: (c: Case) => Promise<Answer>; close: () => void } {
  const engine = new ZenEngine();
  const decision = engine.createDecision(graph);
  return {
    decide: async (c) => {
      const { result } = await decision.evaluate(c, { trace: true });
      const met = TESTS.map((test) => Boolean(result[test.replaceAll("-", "_")]));
      return { outcome: result.granted === true ? "granted" : "refused", met, amountFen: Number(result.amountFen) };
    },
    close: () => {
      engine.dispose();
    },
  };
}

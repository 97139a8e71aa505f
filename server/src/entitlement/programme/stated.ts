import type { Case } from "@jinengtong/policy";
import { z } from "zod";
import { Fen } from "../../kernel/shapes.ts";

/** Facts that only the claimant knows and states with evidence; all others come from the platform's records. */
export const Stated = z.strictObject({
  months: z.number().int().min(1).max(120).optional().describe("以工代训月数"),
  actualCostFen: Fen.optional().describe("目录外工种的实际培训成本（分）"),
  assessmentFeeFen: Fen.optional().describe("目录外工种的考核费（分）"),
  costPerHeadFen: Fen.optional().describe("订单班人均培训费用（分）"),
  years: z.number().int().min(1).max(6).optional().describe("学徒培养年限"),
  contractFen: Fen.optional().describe("项目合同金额（分）"),
  acceptedFen: Fen.optional().describe("项目验收金额（分）"),
});
export type Stated = z.output<typeof Stated>;

/** Fact of the case for each statement. */
export const STATED_FACTS = {
  months: "/workForTraining/months",
  actualCostFen: "/training/actualCostFen",
  assessmentFeeFen: "/training/assessmentFeeFen",
  costPerHeadFen: "/training/costPerHeadFen",
  years: "/apprenticeship/years",
  contractFen: "/project/contractFen",
  acceptedFen: "/project/acceptedFen",
} as const satisfies Record<keyof Stated, string>;

type Training = NonNullable<Case["training"]>;

/** Part of the case from statements. */
export const statedTraining = (stated: Stated): Training => ({
  ...(stated.actualCostFen === undefined ? {} : { actualCostFen: stated.actualCostFen }),
  ...(stated.assessmentFeeFen === undefined ? {} : { assessmentFeeFen: stated.assessmentFeeFen }),
  ...(stated.costPerHeadFen === undefined ? {} : { costPerHeadFen: stated.costPerHeadFen }),
});

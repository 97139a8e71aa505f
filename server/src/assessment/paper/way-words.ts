import type { EvaluationWay } from "../evaluation-tables.ts";

/** Parts of an evaluation. */
export const WAYS = { theory: "理论", practice: "技能", review: "综合评审" } as const;
export const WAY_NAMES = Object.keys(WAYS) as [EvaluationWay, ...EvaluationWay[]];

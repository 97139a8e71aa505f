import { z } from "zod";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate } from "../../kernel/shapes.ts";

/** Period of a statement, both days included. */
export const Period = z.object({ from: CivilDate, to: CivilDate });

/** Refuses a period that ends before it begins. */
export function requirePeriod({ from, to }: z.output<typeof Period>): void {
  if (to < from) throw unacceptable("period-reversed", "结束日期早于开始日期，请调整。");
}

import { addDays, createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";
import type { County } from "./county.ts";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });
export const after = (date: CivilDate, days: number): CivilDate => calendar.addWorkingDays(date, days);

/** One step of a claim, by whom and why. */
export interface Step {
  to: string;
  on: CivilDate;
  by: string | null;
  reason?: string;
}

/** The way a claim goes and how far it has come: most are paid in the end, a few are returned, refused or cancelled. */
export function stepsOf(
  county: County,
  {
    granted,
    appliedOn,
    submitter,
    certain,
    only,
  }: { granted: boolean; appliedOn: CivilDate; submitter: string; certain: boolean; only: "prepared" | null },
): Step[] {
  const { random, today } = county;
  const [first, second] = random.chance(0.5) ? county.reviewers : [county.reviewers[1], county.reviewers[0]];
  const prepared: Step = { to: "prepared", on: addDays(appliedOn, -3), by: null };
  const fate = certain ? 1 : random.next();
  if (only === "prepared" || fate < 0.015) return [prepared];
  const plan: Step[] = [prepared, { to: "submitted", on: appliedOn, by: submitter }];
  const firstOn = after(appliedOn, random.int(2, 9));
  if (!granted) plan.push({ to: "refused", on: firstOn, by: first, reason: "认定课时与签到记录不足规定课时" });
  else if (fate < 0.035) plan.push({ to: "returned", on: firstOn, by: first, reason: "请核对收款账户户名后重新提交" });
  else if (fate < 0.045) plan.push({ to: "refused", on: firstOn, by: first, reason: "经核实培训期间已在其他单位参保" });
  else {
    const secondOn = after(firstOn, random.int(1, 4));
    const publicOn = addDays(secondOn, 1);
    const payableOn = addDays(after(publicOn, 5), 1);
    plan.push(
      { to: "first-passed", on: firstOn, by: first },
      { to: "approved", on: secondOn, by: second },
      { to: "publicised", on: publicOn, by: second },
    );
    if (fate < 0.05)
      plan.push({ to: "cancelled", on: addDays(publicOn, 4), by: second, reason: "公示异议成立：本人未参加培训" });
    else plan.push({ to: "payable", on: payableOn, by: null });
  }
  return plan.filter((step) => step.on <= today);
}

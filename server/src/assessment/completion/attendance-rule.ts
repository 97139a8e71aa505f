import { formatClassHours } from "@jinengtong/standards";
import { sql } from "../../kernel/database.ts";

/** Rule of attendance of a class: the one of its place in force on its first day. */
export interface AttendanceRule {
  /** Least share of the timetable's hours, 0–100. */
  percent: number;
  /** That share of the required hours is enough; otherwise all of them are asked for beside it. */
  sufficient: boolean;
  source: string;
  effectiveFrom: string;
}

/** Lateral query of the rule of class `c` as `r`; no row where its county has none. */
export const ruleOfClass = sql`(
  select minimum_percent as percent, sufficient, source, effective_from from attendance_rule_in_force f
  where starts_with(c.town, f.region) and f.effective_from <= c.starts_on
  order by length(f.region) desc, f.effective_from desc, f.decided_at desc limit 1)`;

/** Hours that complete a class: the required ones, or the share of them that the county's rule lets suffice. */
export const neededHours = (required: number, rule: Pick<AttendanceRule, "percent" | "sufficient"> | null): number =>
  rule?.sufficient === true ? (required * rule.percent) / 100 : required;

/** The hours and attendance that a learner needs to sit the completion exam, as a sentence. */
export function ruleSentence(required: number, rule: AttendanceRule | null): string {
  if (rule === null || rule.percent === 0) return `计入课时满 ${formatClassHours(required)}，可以参加结业考核。`;
  const since = `（依据${rule.source}，${rule.effectiveFrom} 起开的班）`;
  return rule.sufficient
    ? `出勤达到课表的 ${rule.percent}%、计入课时满 ${formatClassHours(neededHours(required, rule))}，可以参加结业考核${since}。补贴的课时条件仍按政策条款核对。`
    : `计入课时满 ${formatClassHours(required)}，且出勤不低于课表的 ${rule.percent}%，可以参加结业考核${since}。`;
}

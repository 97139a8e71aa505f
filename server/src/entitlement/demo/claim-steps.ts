import { addDays, type CivilDate } from "@jinengtong/standards";
import { demoAccount } from "../../access/index.ts";
import { type DemoCounty } from "../../kernel/demo/county.ts";
import { workday } from "../../kernel/demo/workday.ts";
import type { ClaimState } from "../claim-states.ts";
import { dueAfter, PUBLICITY_DAYS } from "../claim/work-calendar.ts";

/** One step of a claim, with actor and reason. */
export interface ClaimStep {
  to: ClaimState;
  on: CivilDate;
  by: string | null;
  reason?: string;
}

/** State that the story wants for a claim, and since how many days. */
export interface ClaimFate {
  to: ClaimState;
  ago: number;
  /** Source that pays it, if it matters. */
  source?: string;
}

/** Days from payable to the demand for repayment, and from there to the return. */
const RECOVERED_AFTER = 30;
export const DEMO_REPAID_AFTER = 12;

interface Wish {
  granted: boolean;
  appliedOn: CivilDate;
  submitter: string;
  certain: boolean;
  only: "prepared" | null;
  /** On a list that its school has submitted. */
  listed: boolean;
}

const OBJECTIONS = [
  "这个人开班那几天在外地打工，我们村里人都知道，请核查签到。",
  "公示的学员和我一起上班，没有请过这么多天假去培训。",
  "同一个班里有人只来了第一天和最后一天，也在名单上。",
  "名单上的人去年已经享受过同一工种的补贴，是否重复？",
  "该学员考核当天没有到场，证书来源请核实。",
] as const;
const APPEALS = [
  "签到那天手机没电，是老师点的名，请按点名记录重新核算课时。",
  "我在培训前已经办理退工，社保停缴证明可以补交，请重新审核。",
  "病假两天有医院证明，课时按规定补过课，申请复核。",
] as const;

/** Course of a claim and how far it has come: most are paid in the end, a few are returned, refused, objected to or cancelled. */
export function stepsOf(
  county: DemoCounty,
  { granted, appliedOn, submitter, certain, only, listed }: Wish,
): ClaimStep[] {
  const { random, today } = county;
  const [first, second] = random.chance(0.5) ? county.reviewers : [county.reviewers[1], county.reviewers[0]];
  const prepared: ClaimStep = { to: "prepared", on: addDays(appliedOn, -3), by: null };
  const fate = certain ? 1 : random.next();
  if (only === "prepared" || (fate < 0.015 && !listed)) return [prepared];
  const plan: ClaimStep[] = [prepared, { to: "submitted", on: appliedOn, by: submitter }];
  const firstOn = dueAfter(appliedOn, random.int(2, 9));
  if (!granted) plan.push({ to: "refused", on: firstOn, by: first, reason: "认定课时与签到记录不足规定课时" });
  else if (fate < 0.035) plan.push({ to: "returned", on: firstOn, by: first, reason: "请核对收款账户户名后重新提交" });
  else if (fate < 0.045) plan.push({ to: "refused", on: firstOn, by: first, reason: "经核实培训期间已在其他单位参保" });
  else {
    const secondOn = dueAfter(firstOn, random.int(1, 4));
    const publicOn = dueAfter(secondOn, 1);
    const payableOn = addDays(dueAfter(publicOn, PUBLICITY_DAYS), 1);
    plan.push(
      { to: "first-passed", on: firstOn, by: first },
      { to: "approved", on: secondOn, by: second },
      { to: "publicised", on: publicOn, by: second },
    );
    if (fate < 0.065) {
      plan.push(objected(addDays(publicOn, 1), random.pick(OBJECTIONS)));
      plan.push(
        fate < 0.05
          ? { to: "cancelled", on: dueAfter(publicOn, 3), by: answerer(), reason: "公示异议成立：本人未参加培训" }
          : {
              to: "publicised",
              on: dueAfter(publicOn, 3),
              by: answerer(),
              reason: "已核对签到、设备和点名记录，本人全程在班",
            },
      );
    }
    if (fate >= 0.05) plan.push({ to: "payable", on: payableOn, by: null });
  }
  return plan.filter((step) => step.on <= today);
}

/** Objections and appeals are answered by an officer who reviewed nothing of the claim. */
const answerer = (): string => demoAccount("reviewer3").id;
const objected = (on: CivilDate, reason: string): ClaimStep => ({ to: "objected", on, by: null, reason });

/** Steps that bring a claim to the story's state, counted back from today. */
export function fatedSteps(county: DemoCounty, { to, ago }: ClaimFate, submitter: string): ClaimStep[] {
  const { random, today } = county;
  const [first, second] = random.chance(0.5) ? county.reviewers : [county.reviewers[1], county.reviewers[0]];
  const day = (before: number): CivilDate => workday(addDays(today, -ago - before));
  const prepared = (before: number): ClaimStep => ({ to: "prepared", on: day(before + 3), by: null });
  const submitted = (before: number): ClaimStep[] => [
    prepared(before),
    { to: "submitted", on: day(before), by: submitter },
  ];
  const passed = (before: number): ClaimStep[] => [
    ...submitted(before + 4),
    { to: "first-passed", on: day(before), by: first },
  ];
  const approved = (before: number): ClaimStep[] => [
    ...passed(before + 2),
    { to: "approved", on: day(before), by: second },
  ];
  const shown = (before: number): ClaimStep[] => [
    ...approved(before + 1),
    { to: "publicised", on: day(before), by: second },
  ];
  const payable = (before: number): ClaimStep[] => [
    ...shown(before + 8),
    { to: "payable", on: addDays(today, -ago - before), by: null },
  ];
  const refused = (before: number): ClaimStep[] => [
    ...submitted(before + 6),
    { to: "refused", on: day(before), by: first, reason: "认定课时与签到记录不足规定课时" },
  ];
  switch (to) {
    case "submitted":
      return submitted(0);
    case "first-passed":
      return passed(0);
    case "approved":
      return approved(0);
    case "publicised":
      return shown(0);
    case "returned":
      return [...submitted(5), { to, on: day(0), by: first, reason: random.pick(RETURNED) }];
    case "withdrawn":
      return [...submitted(3), { to, on: day(0), by: submitter, reason: "收款账户填错，撤回后重新申请" }];
    case "declined":
      return [prepared(5), { to, on: day(0), by: submitter, reason: "本年度另有更需要的培训，先不领取" }];
    case "lapsed":
      return [prepared(370), { to, on: day(0), by: null, reason: "超过申请期限" }];
    case "refused":
      return refused(0);
    case "appealed":
      return [...refused(3), { to, on: day(0), by: submitter, reason: random.pick(APPEALS) }];
    case "objected":
      return [...shown(2), objected(day(0), random.pick(OBJECTIONS))];
    case "payable":
      return payable(0);
    // Long enough ago for the money to have arrived; the fund does the rest.
    case "recovering":
      return payable(RECOVERED_AFTER);
    case "recovered":
      return payable(RECOVERED_AFTER + DEMO_REPAID_AFTER);
    default:
      throw new RangeError(to);
  }
}

const RETURNED = [
  "收款账户户名与本人姓名不一致，请更正后重新提交。",
  "请补充就业创业登记证明，原件拍照上传即可。",
  "证书编号与评价机构登记不符，请核对。",
] as const;

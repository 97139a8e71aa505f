import { stateWord } from "@jinengtong/words";
import type { TimelineStage } from "./ClaimTimeline.tsx";
import { dateOf } from "../../kit/format.ts";
import type { ThreadTone } from "../../kit/Thread.tsx";
import type { Claim } from "./claim.ts";

type State = Claim["claim"]["state"];

/** A step named like the state it led to. */
const said = (state: State): string => stateWord("claim", state).label;

/** Completed stages in the past tense: entering a state means that the step before it is done. */
const happened: Readonly<Record<State, { title: string; office: string }>> = {
  prepared: { title: "申请已备好", office: "平台按记录备好" },
  submitted: { title: "已提交", office: "本人" },
  "first-passed": { title: "初审通过", office: "人社部门" },
  approved: { title: "复审通过", office: "人社部门" },
  publicised: { title: "开始公示", office: "人社部门" },
  objected: { title: "有人提出异议", office: "人社部门核查" },
  payable: { title: "公示结束，没有问题", office: "人社部门" },
  batched: { title: "已列入拨付", office: "财政部门" },
  paid: { title: said("paid"), office: "财政部门、银行" },
  returned: { title: "退回补正", office: "人社部门" },
  withdrawn: { title: said("withdrawn"), office: "本人" },
  declined: { title: said("declined"), office: "本人" },
  lapsed: { title: "超过期限，已失效", office: "平台" },
  refused: { title: said("refused"), office: "人社部门" },
  appealed: { title: "已申诉", office: "本人" },
  recovering: { title: "需要退回", office: "财政部门" },
  recovered: { title: "已退回", office: "财政部门" },
  cancelled: { title: said("cancelled"), office: "人社部门" },
};

/** Remaining stages from a state, in order. */
const way: readonly { after: readonly State[]; title: string; office: string }[] = [
  { after: ["prepared"], title: "等您确认", office: "本人" },
  { after: ["returned"], title: "等您补正后重新提交", office: "本人" },
  { after: ["submitted"], title: "初审", office: "人社部门，10 个工作日内" },
  { after: ["first-passed"], title: "复审", office: "人社部门，由另一人审核" },
  { after: ["approved"], title: "公示五个工作日", office: "向社会公示" },
  { after: ["publicised"], title: "公示中", office: "谁都可以提异议" },
  { after: ["objected"], title: "核查异议", office: "人社部门，五个工作日内答复" },
  { after: ["payable"], title: "拨付", office: "财政部门" },
  { after: ["batched"], title: "银行付款", office: "财政部门、银行" },
];

const afterwards: Readonly<Record<string, readonly string[]>> = {
  prepared: ["初审", "复审", "公示五个工作日", "拨付到账"],
  returned: ["初审", "复审", "公示五个工作日", "拨付到账"],
  submitted: ["复审", "公示五个工作日", "拨付到账"],
  "first-passed": ["公示五个工作日", "拨付到账"],
  approved: ["拨付到账"],
  publicised: ["拨付到账"],
  objected: ["拨付到账"],
  payable: [],
  batched: [],
};
const offices: Readonly<Record<string, string>> = {
  初审: "人社部门",
  复审: "人社部门",
  公示五个工作日: "向社会公示",
  拨付到账: "财政部门、银行",
};
const badly = new Set<State>(["refused", "lapsed", "cancelled", "declined", "withdrawn"]);

const CLAIMANT = "本人";
/** The claimant's next action, by role. */
const waits: Partial<Record<State, { mine: string; person: string; organisation: string }>> = {
  prepared: { mine: "等您确认", person: "等本人确认", organisation: "等申请单位确认" },
  returned: { mine: "等您补正后重新提交", person: "等本人补正", organisation: "等申请单位补正" },
};

/** All stages of a claim: completed with dates, current with due date, and future ones. */
export function stagesOf(
  { claim, steps, publicisedTo }: Pick<Claim, "claim" | "steps" | "publicisedTo">,
  reader: "person" | "organisation",
): TimelineStage[] {
  const madeBy = claim.organisationName === null ? "person" : "organisation";
  const claimant = (office: string): string => (office === CLAIMANT && madeBy === "organisation" ? "申请单位" : office);
  const stages = steps.map((step, index): TimelineStage => {
    const tone: ThreadTone = badly.has(step.state) || step.state === "returned" ? "refused" : "done";
    const { title, office } = happened[step.state];
    return {
      id: `${step.state}-${index}`,
      title,
      office: claimant(office),
      tone,
      on: dateOf(step.at),
      ...(step.reason === null || step.reason === "" ? {} : { note: `理由：${step.reason}` }),
    };
  });
  const now = way.find((one) => one.after.includes(claim.state));
  if (now !== undefined) {
    const due = claim.state === "publicised" ? publicisedTo : claim.dueOn;
    stages.push({
      id: "now",
      title: waits[claim.state]?.[madeBy === reader ? "mine" : madeBy] ?? now.title,
      office: claimant(now.office),
      tone: "now",
      ...(due === null || !["submitted", "first-passed", "publicised"].includes(claim.state) ? {} : { due }),
      ...(claim.overdue ? { overdue: true } : {}),
    });
  }
  for (const title of afterwards[claim.state] ?? []) {
    stages.push({ id: `later-${title}`, title, office: offices[title] ?? "", tone: "todo" });
  }
  return stages;
}

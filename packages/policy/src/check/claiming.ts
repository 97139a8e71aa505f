/** Every benefit says how it is asked for, and what it says agrees with its rules. */
import type { Claiming } from "../claiming.ts";
import type { Policy } from "../compile.ts";
import type { Benefit } from "../package-types.ts";
import { groupsRead } from "../reads.ts";
import type { PolicyProblem } from "./problem.ts";

export function checkClaiming(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const [id, { source }] of policy.benefits) {
    const claiming = policy.claiming.get(id);
    const said = claiming === undefined ? ["没有写怎么申请（claiming）"] : wrongs(policy, source, claiming);
    for (const message of said) problems.push({ severity: "error", kind: "claiming", where: id, message });
  }
  return problems;
}

function wrongs(policy: Policy, { id, amount }: Benefit, claiming: Claiming): string[] {
  const found: string[] = [];
  const { by, per, evidence, stages, prepared, papers, wayOn } = claiming;
  const staged = amount.kind === "staged" ? amount.stages.map(({ stage }) => stage) : [];
  if (staged.toSorted().join() !== stages.toSorted().join())
    found.push(`申请阶段（${stages.join("、")}）与金额的阶段（${staged.join("、")}）不同`);
  if ((per === "class") !== (evidence === "class")) found.push("按班申请的凭培训班，按人申请的凭个人的证书或记录");
  if (per === "class" && by.includes("person")) found.push("按班申请的不由本人申请");
  if (per === "class" && claiming.class === undefined) found.push("按班申请的，须写明开什么样的班（class）");
  if (per === "class" && prepared !== undefined) found.push("按班申请的不能提前备好");
  if (prepared?.kind === "certificate" && evidence !== "certificate") found.push("凭证书备好的，须凭证书申请");
  if (prepared?.kind === "record" && (evidence !== "degree" || by[0] !== "person"))
    found.push("按个人记录备好的，须凭学历由本人申请");
  if (prepared?.kind === "beside" && groupsRead(policy, id).size === 0)
    found.push("与班级补贴一起备好的，规则须列出人员类别");
  for (const { kind, stage } of papers)
    if (stage !== undefined && !stages.includes(stage)) found.push(`材料 ${kind} 属于没有的阶段 ${stage}`);
  if (wayOn.kind === "classes" && policy.claiming.get(wayOn.benefit)?.class === undefined)
    found.push(`下一步指向不开班的补贴 ${wayOn.benefit}`);
  return found;
}

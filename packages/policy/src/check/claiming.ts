/** Every benefit says how it is asked for, and what it says agrees with its rules. */
import type { Claiming } from "../claiming.ts";
import type { Policy } from "../compile.ts";
import type { Benefit } from "../package-types.ts";
import { groupsRead } from "../reads.ts";
import type { Stage } from "../vocabulary.ts";
import { nameOf, STAGES } from "../vocabulary.ts";
import type { PolicyProblem } from "./problem.ts";

export function checkClaiming(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const [id, { source }] of policy.benefits) {
    const claiming = policy.claiming.get(id);
    const said: Wrong[] =
      claiming === undefined ? [["", "没有写怎么申请（claiming）"]] : wrongs(policy, source, claiming);
    for (const [pointer, message] of said)
      problems.push({ severity: "error", kind: "claiming", where: id, pointer, message });
  }
  return problems;
}

const inWords = (stages: readonly Stage[]): string =>
  stages.length === 0 ? "一次" : stages.map((stage) => nameOf(STAGES, stage)).join("、");

/** The place in the file, and what is wrong there. */
type Wrong = [pointer: string, message: string];

function wrongs(policy: Policy, { id, amount }: Benefit, claiming: Claiming): Wrong[] {
  const found: Wrong[] = [];
  const { by, per, evidence, stages, prepared, papers, wayOn } = claiming;
  const staged = amount.kind === "staged" ? amount.stages.map(({ stage }) => stage) : [];
  if (staged.toSorted().join() !== stages.toSorted().join())
    found.push(["/stages", `申请阶段（${inWords(stages)}）与金额的阶段（${inWords(staged)}）不同`]);
  if ((per === "class") !== (evidence === "class"))
    found.push(["/evidence", "按班申请的凭培训班，按人申请的凭个人的证书或记录"]);
  if (per === "class" && by.includes("person")) found.push(["/by", "按班申请的不由本人申请"]);
  if (per === "class" && claiming.class === undefined)
    found.push(["/class", "按班申请的，须写明开什么样的班（class）"]);
  if (per === "class" && prepared !== undefined) found.push(["/prepared", "按班申请的不能提前备好"]);
  if (prepared?.kind === "certificate" && evidence !== "certificate")
    found.push(["/prepared", "凭证书备好的，须凭证书申请"]);
  if (prepared?.kind === "record" && (evidence !== "degree" || by[0] !== "person"))
    found.push(["/prepared", "按个人记录备好的，须凭学历由本人申请"]);
  if (prepared?.kind === "beside" && groupsRead(policy, id).size === 0)
    found.push(["/prepared", "与班级补贴一起备好的，规则须列出人员类别"]);
  for (const [at, { label, stage }] of papers.entries())
    if (stage !== undefined && !stages.includes(stage))
      found.push([`/papers/${at}`, `材料“${label}”属于没有的阶段：${nameOf(STAGES, stage)}`]);
  if (wayOn.kind === "classes" && policy.claiming.get(wayOn.benefit)?.class === undefined)
    found.push(["/wayOn", `下一步指向不开班的补贴 ${wayOn.benefit}`]);
  return found;
}

/**
 * `npm run --silent policy -- check|describe|diff|impact|replay|publish …`: what officials and nightly jobs do with
 * policy packages. Exit status: 0, 1 if a check, a line or a replay failed, 2 if the command itself is wrong.
 */
import { parseArgs } from "node:util";
import { checkPolicy } from "../check/index.ts";
import { describeBenefitAsText } from "../describe.ts";
import { diffPolicies } from "../diff.ts";
import { yuan } from "../facts.ts";
import type { BenefitImpact } from "../impact.ts";
import { addImpact, noImpact } from "../impact.ts";
import { loadPolicy, loadWorkedCases } from "../load.ts";
import { checkPublished, loadEveryVersion, publish } from "../published.ts";
import { policiesByDigest, replayOne } from "../replay.ts";
import { validateCase } from "../validate-case.ts";
import { BENEFITS, nameOf } from "../vocabulary.ts";
import { jsonLines } from "./json-lines.ts";
import { storedDecisionOf } from "./stored-decision.ts";

const USAGE = `用法：npm run --silent policy -- 子命令
  check 政策包                     检查政策包，列出问题
  describe 政策包 [补贴]           用文字说明补贴的条件和金额
  diff 旧 新                       用文字列出两个政策包的差别
  impact 旧 新 < cases.ndjson      比较两个政策包对案例的决定
  replay 政策包 < decisions.ndjson 重算已保存的决定，列出差别
  publish 政策包 --on 日期 --proposed-by 提出人 --approved-by 批准人`;

class UsageError extends Error {}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function argument(positionals: readonly string[], at: number): string {
  const value = positionals[at];
  if (value === undefined) throw new UsageError("参数不全");
  return value;
}

function check(id: string): number {
  const policy = loadPolicy(id);
  const files = loadWorkedCases(id);
  const problems = [...checkPolicy(policy, files), ...checkPublished(id)];
  for (const { severity, where, message } of problems)
    say(`${severity === "error" ? "错误" : "提示"} ${where}：${message}`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const cases = files.reduce((sum, file) => sum + file.cases.length, 0);
  say(
    `${policy.id} ${policy.version} ${policy.digest}：${policy.benefits.size} 项补贴，${cases} 个算例，${errors} 个错误`,
  );
  return errors === 0 ? 0 : 1;
}

function describe(id: string, benefit: string | undefined): number {
  const policy = loadPolicy(id);
  const chosen = [...policy.benefits.keys()].filter((one) => benefit === undefined || one === benefit);
  if (chosen.length === 0) throw new UsageError(`没有补贴 ${benefit ?? ""}`);
  say(chosen.map((one) => describeBenefitAsText(policy, one).join("\n")).join("\n\n"));
  return 0;
}

function diff(before: string, after: string): number {
  const differences = diffPolicies(loadPolicy(before), loadPolicy(after));
  for (const { where, text } of differences) say(`${where}：${text}`);
  if (differences.length === 0) say("没有差别");
  return 0;
}

function impactLine(name: string, { cases, changed, gained, lost, beforeFen, afterFen }: BenefitImpact): string {
  return `${name}：${cases} 例，${changed} 例有变（新增享受 ${gained}，不再享受 ${lost}），金额由 ${yuan(beforeFen)} 到 ${yuan(afterFen)}`;
}

async function impact(before: string, after: string): Promise<number> {
  const was = loadPolicy(before);
  const is = loadPolicy(after);
  const sum = noImpact();
  let invalid = 0;
  for await (const { line, value } of jsonLines(process.stdin)) {
    const validated = validateCase(value);
    if (validated.ok) addImpact(sum, was, is, validated.case);
    else {
      invalid += 1;
      process.stderr.write(`第 ${line} 行：${validated.error.path} ${validated.error.message}\n`);
    }
  }
  for (const [benefit, own] of Object.entries(sum.benefits)) say(impactLine(nameOf(BENEFITS, benefit), own));
  say(impactLine("合计", sum.total));
  return invalid === 0 ? 0 : 1;
}

async function replay(id: string): Promise<number> {
  const known = policiesByDigest(loadEveryVersion(id));
  let total = 0;
  let differences = 0;
  for await (const { line, value } of jsonLines(process.stdin)) {
    const stored = storedDecisionOf(value);
    const difference = stored === null ? null : replayOne(known, stored, total);
    total += 1;
    if (stored !== null && difference === null) continue;
    differences += 1;
    say(JSON.stringify({ line, ...(difference ?? { kind: "not-a-stored-decision" }) }));
  }
  say(`重算 ${total} 个决定，${differences} 个有差别`);
  return differences === 0 ? 0 : 1;
}

function publishVersion(id: string, options: { on?: string; by?: string; approved?: string }): number {
  const { on, by, approved } = options;
  if (on === undefined || by === undefined || approved === undefined) throw new UsageError("参数不全");
  if (check(id) !== 0) {
    say("有错误，没有发布");
    return 1;
  }
  const { version, digest } = publish(id, { on, proposedBy: by, approvedBy: approved });
  say(`已发布 ${version} ${digest}`);
  return 0;
}

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { on: { type: "string" }, "proposed-by": { type: "string" }, "approved-by": { type: "string" } },
  });
  const first = (): string => argument(positionals, 1);
  const second = (): string => argument(positionals, 2);
  switch (positionals[0]) {
    case "check":
      return check(first());
    case "describe":
      return describe(first(), positionals[2]);
    case "diff":
      return diff(first(), second());
    case "impact":
      return await impact(first(), second());
    case "replay":
      return await replay(first());
    case "publish": {
      const { on, "proposed-by": by, "approved-by": approved } = values;
      return publishVersion(first(), {
        ...(on === undefined ? {} : { on }),
        ...(by === undefined ? {} : { by }),
        ...(approved === undefined ? {} : { approved }),
      });
    }
    default:
      throw new UsageError("没有这个子命令");
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}

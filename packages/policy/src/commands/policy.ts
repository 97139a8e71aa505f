/**
 * `npm run --silent policy -- check|describe|diff|how|impact|prove|replay|publish …`: what officials and nightly jobs do with
 * policy packages. Exit status: 0, 1 if a check, a line or a replay failed, 2 if the command itself is wrong.
 */
import { readFileSync } from "node:fs";
import { decide } from "../adjudicate.ts";
import { checkPolicy } from "../check/index.ts";
import { counterfactuals } from "../counterfactuals/counterfactuals.ts";
import { benefitName, describeBenefitAsText } from "../describe.ts";
import { diffPolicies } from "../diff.ts";
import { yuan } from "../facts.ts";
import type { BenefitImpact } from "../impact.ts";
import { addImpact, noImpact } from "../impact.ts";
import { loadDraft, loadWorkedCases, readTexts } from "../load.ts";
import { checkPublished, keepProof, publish, publishedVersions } from "../published.ts";
import { inWords, placeOfPath, placeOfProblem } from "../places.ts";
import type { Policy } from "../compile.ts";
import { PackageError, showValue } from "../compile.ts";
import type { LocalValues } from "../proof/local-values.ts";
import { wrongLocalValue } from "../proof/local-values.ts";
import type { ProofCertificate } from "../proof/prove.ts";
import { prove } from "../proof/prove.ts";
import type { ReplayDifference } from "../replay.ts";
import { policiesByDigest, replayOne } from "../replay.ts";
import type { InvalidCase } from "../validate-case.ts";
import { validateCase } from "../validate-case.ts";
import { loadEveryVersion, loadPolicy } from "../versions.ts";
import { commandArguments, endWithReader, explainFailure, UsageError } from "./command-line.ts";
import { jsonLines } from "./json-lines.ts";
import { storedDecisionOf } from "./stored-decision.ts";

const USAGE = `用法：npm run --silent policy -- 子命令
  政策包：编号（最新发布的版本）、编号@版本、编号@draft（编辑中的内容）
  check 编号                       检查编辑中的政策包，列出问题
  describe 政策包 [补贴]           用文字说明补贴的条件和金额
  diff 旧 新                       用文字列出两个政策包的差别
  how 政策包 < cases.ndjson        不能享受的案例，怎样才能享受
  impact 旧 新 < cases.ndjson      比较两个政策包对案例的决定
  prove 政策包 [--local 文件]      逐一走过每项补贴的各种情形，证明没有漏洞；已发布的版本存下证明
                                   --local：{"参数":值}，按当地的参数证明；只打印，不存
  replay 编号 < decisions.ndjson 重算已保存的决定，列出差别
  publish 编号 --on 日期 --proposed-by 提出人 --approved-by 批准人`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function argument(positionals: readonly string[], at: number): string {
  const value = positionals[at];
  if (value === undefined) throw new UsageError("参数不全");
  return value;
}

function check(id: string): number {
  const policy = loadDraft(id);
  const files = loadWorkedCases(id);
  const problems = [...checkPolicy(policy, files), ...checkPublished(id)];
  const texts = readTexts(id);
  for (const problem of problems) {
    const place = placeOfProblem(texts, problem);
    const at = place === null || place.file === problem.where ? "" : `${inWords(place)}，`;
    say(`${problem.severity === "error" ? "错误" : "提示"} ${at}${problem.where}：${problem.message}`);
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const cases = files.reduce((sum, file) => sum + file.cases.length, 0);
  say(
    `${policy.id} ${policy.version} ${policy.digest}：${policy.benefits.size} 项补贴，${cases} 个算例，${errors} 个错误`,
  );
  return errors === 0 ? 0 : 1;
}

/** A package that can't even be read is said with the file and the line, as an editor knows them. */
function checkOrSay(id: string): number {
  try {
    return check(id);
  } catch (error) {
    const place = error instanceof PackageError ? placeOfPath(readTexts(id), error.path) : null;
    if (place === null || !(error instanceof PackageError)) throw error;
    say(`错误 ${inWords(place)}，${error.message}`);
    return 1;
  }
}

function describe(id: string, benefit: string | undefined): number {
  const policy = loadPolicy(id);
  const chosen = [...policy.benefits.keys()].filter((one) => benefit === undefined || one === benefit);
  if (chosen.length === 0)
    throw new Error(`政策包 ${id} 没有补贴 ${benefit ?? ""}；有：${[...policy.benefits.keys()].join("、")}`);
  say(chosen.map((one) => describeBenefitAsText(policy, one).join("\n")).join("\n\n"));
  return 0;
}

function diff(before: string, after: string): number {
  const was = loadPolicy(before);
  const is = loadPolicy(after);
  const differences = diffPolicies(was, is);
  for (const { where, text } of differences) say(`${benefitName([is, was], where)}：${text}`);
  if (differences.length === 0) say("没有差别");
  return 0;
}

/** One line a way: the case, and what would have to change. */
async function how(reference: string): Promise<number> {
  const policy = loadPolicy(reference);
  let invalid = 0;
  for await (const { line, value } of jsonLines(process.stdin)) {
    const validated = validateCase(value, policy);
    if (!validated.ok) {
      invalid += 1;
      process.stderr.write(`${invalidLine(line, value, validated.error)}\n`);
      continue;
    }
    const { id } = validated.case;
    const ways = counterfactuals(policy, validated.case);
    for (const { text } of ways) say(`${id}：${text}`);
    if (ways.length === 0)
      say(`${id}：${decide(policy, validated.case).outcome === "granted" ? "已可享受" : "没有本人能改变的办法"}`);
  }
  return invalid === 0 ? 0 : 1;
}

function invalidLine(line: number, value: unknown, { path, message }: InvalidCase): string {
  return `第 ${line} 行：${value === undefined ? "不是 JSON" : path === "" ? message : `${path} ${message}`}`;
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
      process.stderr.write(`${invalidLine(line, value, validated.error)}\n`);
    }
  }
  for (const [benefit, own] of Object.entries(sum.benefits))
    if (own !== undefined) say(impactLine(benefitName([is, was], benefit), own));
  say(impactLine("合计", sum.total));
  return invalid === 0 ? 0 : 1;
}

/** A difference in words. */
const DIFFERENCES: Record<ReplayDifference["kind"] | "not-a-stored-decision", string> = {
  "unknown-digest": "没有这个摘要的政策包版本",
  "invalid-case": "所存事实不再是有效的案例",
  outcome: "结论不同",
  amount: "金额不同",
  recover: "应收回金额不同",
  "not-a-stored-decision": "不是已保存的决定：每行应为 {case, digest, outcome, amountFen, recoverFen}",
};

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
    const found = difference ?? { kind: "not-a-stored-decision" as const };
    say(JSON.stringify({ line, ...found, message: DIFFERENCES[found.kind] }));
  }
  say(`重算 ${total} 个决定，${differences} 个有差别`);
  return differences === 0 ? 0 : 1;
}

/** Prints what was shown. */
function proveVersion(policy: Policy, local?: LocalValues): ProofCertificate {
  const certificate = prove(policy, local);
  const { tried, benefits, faults } = certificate;
  for (const { benefit, test, message, state } of faults)
    say(
      `错误 ${benefit}${test === null ? "" : `/${test}`}：${message}${state === null ? "" : ` ${JSON.stringify(state)}`}`,
    );
  for (const one of benefits)
    say(
      `${benefitName([policy], one.benefit)}：${one.tried} 种情形${one.ceiling === null ? "" : `，不超过${one.ceiling}`}`,
    );
  say(
    `${policy.id} ${policy.version} ${policy.digest}：${tried} 种情形，${faults.length === 0 ? "已证明" : `${faults.length} 处不成立`}`,
  );
  for (const { name, label, type } of policy.rules.parameters) {
    const value = certificate.local?.[name];
    if (value !== undefined) say(`按本地参数证明：${label} ${showValue(type, value)}`);
  }
  return certificate;
}

/**
 * A published version's certificate is kept beside it; a draft's is not, for it can still change, and one with a county's values is not, for it
 * says nothing of other places.
 */
function proveAndKeep(reference: string, localFile: string | undefined): number {
  const policy = loadPolicy(reference);
  const local = localFile === undefined ? undefined : localValuesIn(policy, localFile);
  const certificate = proveVersion(policy, local);
  if (certificate.faults.length > 0) return 1;
  if (local !== undefined) return 0;
  const id = reference.replace(/@[^/@]*$/u, "");
  if (publishedVersions(id).some(({ digest }) => digest === certificate.digest)) keepProof(id, certificate);
  return 0;
}

/** Refuses a file that isn't values of the package's parameters. */
function localValuesIn(policy: Policy, file: string): LocalValues {
  const values: unknown = JSON.parse(readFileSync(file, "utf8"));
  const wrong = wrongLocalValue(policy, values);
  if (wrong !== null) throw new Error(`${file}：${wrong}`);
  // The values have just been checked.
  return values as LocalValues;
}

function publishVersion(id: string, options: { on?: string; by?: string; approved?: string }): number {
  const { on, by, approved } = options;
  if (on === undefined || by === undefined || approved === undefined) throw new UsageError("参数不全");
  if (check(id) !== 0) {
    say("有错误，没有发布");
    return 1;
  }
  const proof = proveVersion(loadDraft(id));
  if (proof.faults.length > 0) {
    say("没有得到证明，没有发布");
    return 1;
  }
  const { version, digest } = publish(id, { on, proposedBy: by, approvedBy: approved }, proof);
  say(`已发布 ${version} ${digest}`);
  return 0;
}

async function run(): Promise<number> {
  const { positionals, values } = commandArguments(["on", "proposed-by", "approved-by", "local"], true);
  const first = (): string => argument(positionals, 1);
  const second = (): string => argument(positionals, 2);
  switch (positionals[0]) {
    case "check":
      return checkOrSay(first());
    case "describe":
      return describe(first(), positionals[2]);
    case "diff":
      return diff(first(), second());
    case "how":
      return how(first());
    case "impact":
      return impact(first(), second());
    case "prove":
      return proveAndKeep(first(), values.local);
    case "replay":
      return replay(first());
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

endWithReader();
try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = explainFailure(error, USAGE);
}

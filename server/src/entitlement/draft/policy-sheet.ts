import { describeBenefit, type Parameter, type Policy, type ProofCertificate, STAGES } from "@jinengtong/policy";
import type { PolicySheetContent } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { listParametersOf } from "../programme/parameter-view.ts";
import { decisionOn, type KnownReading, readingsOf } from "../programme/readings.ts";
import { differencesBetween } from "./draft-differences.ts";
import { shownValues } from "./shown-values.ts";

/** Where a sheet differs between a draft and a published version. */
export interface SheetOf {
  policy: Policy;
  draft: boolean;
  /** The version before, for the differences; undefined where there is none. */
  before: Policy | undefined;
  proof: ProofCertificate | undefined;
  facts: PolicySheetContent["facts"];
  signatures: PolicySheetContent["signatures"];
}

/** The sheet of a version, as it is printed for signatures: rules as sentences, readings, parameters in force, differences, proof. */
export async function policySheet(
  context: Pick<Context, "db" | "today">,
  { policy, draft, before, proof, facts, signatures }: SheetOf,
): Promise<PolicySheetContent> {
  const { manifest, parameters } = policy.rules;
  const readings = await readingsOf(context.db, policy, context.today);
  const local = await localOf(context, policy);
  return {
    title: policy.title,
    subtitle: `${policy.id} 第 ${policy.version} 版${draft ? "（草案）" : ""}`,
    draft,
    facts: [
      ["发文机关", manifest.issuedBy],
      ["文号", manifest.documentNumber],
      ["施行期间", `${manifest.effective.from} 至 ${manifest.effective.to ?? "今后"}`],
      ["在办的申请", manifest.transition === "redecide" ? "施行后按本版重新裁定" : "仍按原版本办理"],
      ...facts,
      ["打印日期", context.today],
    ],
    notes: manifest.notes,
    differences: before === undefined ? null : differencesFrom(before, policy),
    benefits: [...policy.benefits.keys()].map((id) => {
      const { title, clause, summary, tests, amount } = describeBenefit(policy, id);
      return {
        title,
        clause,
        summary,
        tests,
        amount: amount.map((part) => ({
          clause: part.clause,
          text: part.stage === null ? part.text : `${STAGES[part.stage as keyof typeof STAGES]}：${part.text}`,
        })),
      };
    }),
    readings: readings.map(readingOf),
    parameters: parameters.map((one) => parameterOf(policy, one, local)),
    proof: proofOf(policy, proof),
    signatures,
    digest: policy.digest,
  };
}

function differencesFrom(before: Policy, policy: Policy): PolicySheetContent["differences"] {
  const parts = Map.groupBy(differencesBetween(before, policy), ({ title }) => title);
  const from = before.id === policy.id ? `第 ${before.version} 版` : `“${before.title}”第 ${before.version} 版`;
  return { from, parts: [...parts].map(([title, lines]) => ({ title, lines: lines.map(({ text }) => text) })) };
}

function readingOf(known: KnownReading): PolicySheetContent["readings"][number] {
  const { reading, proposer, confirmation, turnedBy } = known;
  const { decidedBy, since } = decisionOn(known);
  const officers = confirmation === null ? "" : `，${confirmation.proposer}提请、${confirmation.decider ?? ""}确认`;
  return {
    clause: reading.clause,
    question: reading.question,
    alternatives: reading.readings.map(({ id, text }) => ({ text, chosen: id === reading.chosen })),
    reason: reading.reason,
    decided: decidedBy === null ? `${proposer}提出，尚待主管部门确认` : `${decidedBy}，${since ?? ""}${officers}`,
    turnedBy: turnedBy === null ? null : `由参数“${turnedBy.label}”决定，现行：${turnedBy.value ?? "当地尚未公布"}`,
  };
}

/** Local values in force today or later, by parameter. */
async function localOf(context: Pick<Context, "db" | "today">, policy: Policy) {
  const rows = await listParametersOf(context.db, policy.id);
  const standing = rows.filter(
    ({ state, effectiveTo }) => state === "in-force" && (effectiveTo === null || effectiveTo > context.today),
  );
  return Map.groupBy(standing, ({ name }) => name);
}

function parameterOf(
  policy: Policy,
  { name, label, clause, values, supplied }: Parameter,
  local: Awaited<ReturnType<typeof localOf>>,
): PolicySheetContent["parameters"][number] {
  const show = (value: number | string): string => policy.parameters.get(name)?.show(value) ?? String(value);
  const own = local.get(name) ?? [];
  const lines = [
    ...own.map((row) => ({
      value: `${row.effectiveFrom} 起 ${show(row.value)}（本地${row.sample ? "，示例" : ""}）`,
      source: row.source,
    })),
    ...values.map(({ from, to, value, source }) => ({
      value: from === undefined && to === undefined ? show(value) : `${from ?? ""} 至 ${to ?? "今后"} ${show(value)}`,
      source,
    })),
  ];
  if (lines.length === 0)
    return { label, clause, value: supplied === "optional" ? "没有规定（可以没有）" : "当地尚未公布", source: "" };
  return {
    label,
    clause,
    value: lines.map(({ value }) => value).join("\n"),
    source: [...new Set(lines.map(({ source }) => source))].join("\n"),
  };
}

function proofOf(policy: Policy, proof: ProofCertificate | undefined): string[] {
  if (proof === undefined) return ["还没有这份内容的证明。"];
  const { tried, faults, benefits } = proof;
  if (faults.length > 0) return [`证明有 ${faults.length} 处不成立。`];
  const titleOf = (id: string): string => policy.benefits.get(id)?.source.title ?? id;
  return [
    `逐一走过各项补贴的 ${tried} 种情形：每种情形都有结论，每项条件都可能满足也可能不满足，每项补贴都有人能享受，金额不为负，缺少的资料不会使不符合变为符合，多缴费、多学课时不会吃亏。`,
    ...(proof.local === undefined
      ? []
      : [
          `按本地参数证明：${shownValues(policy, proof.local)
            .map(({ label, value }) => `${label} ${value}`)
            .join("；")}。`,
        ]),
    ...benefits
      .filter(({ ceiling }) => ceiling !== null)
      .map(({ benefit, ceiling }) => `${titleOf(benefit)}：任何情形下不超过${ceiling ?? ""}。`),
  ];
}

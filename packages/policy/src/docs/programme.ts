/** `docs/programmes/<id>.md`: a programme in plain words, from its own data. */
import type { Policy } from "../compile.ts";
import { benefitName, describeBenefit, proposerOf } from "../describe.ts";
import type { Interpretation, Parameter } from "../package-types.ts";

const SUPPLIED = { package: "本政策包", place: "各地", optional: "各地（可以没有）" } as const;

function benefitLines(policy: Policy, id: Parameters<typeof describeBenefit>[1]): string[] {
  const { title, clause, audience, summary, tests, amount } = describeBenefit(policy, id);
  return [
    `### ${title}`,
    "",
    `\`${id}\` · ${clause} · ${audience}`,
    "",
    summary,
    "",
    "条件，须全部满足：",
    "",
    ...tests.map((test, at) => `${at + 1}. ${test.text}。〔${test.clause}，\`${test.id}\`〕`),
    "",
    "金额：",
    "",
    ...amount.map((part) => `- ${part.text}。〔${part.clause}〕`),
    "",
  ];
}

function interpretationLines(interpretation: Interpretation): string[] {
  const { id, clause, question, readings, chosen, reason, parameter } = interpretation;
  return [
    `### ${question}`,
    "",
    `\`${id}\` · ${clause} · ${proposerOf(interpretation)}提出，尚待主管部门确认${
      parameter === undefined ? "" : ` · 参数 \`${parameter}\``
    }`,
    "",
    ...readings.map((reading) => `- ${reading.text}${reading.id === chosen ? " **（所取）**" : ""}`),
    "",
    `理由：${reason}`,
    "",
  ];
}

function parameterRow({ name, label, clause, supplied, values, description }: Parameter): string {
  const shown = values.map(({ from, to, value, source }) => {
    const when = from === undefined && to === undefined ? "" : `（${from ?? ""} 至 ${to ?? "今后"}）`;
    return `${value}${when}，${source}`;
  });
  return `| \`${name}\` | ${label} | ${clause} | ${SUPPLIED[supplied]} | ${shown.join("；") || "—"} | ${description} |`;
}

export function programmePage(policy: Policy): string {
  const { manifest, parameters, interpretations, clauses } = policy.rules;
  return `${[
    `# ${manifest.title}`,
    "",
    `<!-- 由 policies/${policy.id} 生成，请勿手改：node packages/policy/src/commands/write-docs.ts -->`,
    "",
    `${manifest.documentNumber}，${manifest.issuedBy}。政策包 \`${policy.id}\` ${policy.version}，施行期间自 ${manifest.effective.from} ${manifest.effective.to === undefined ? "起" : `至 ${manifest.effective.to}`}。`,
    "",
    ...manifest.notes.map((note) => `- ${note}`),
    "",
    "## 补贴",
    "",
    ...[...policy.benefits.keys()].flatMap((id) => benefitLines(policy, id)),
    "## 读法",
    "",
    "文件没有说清、可以有不同读法的地方，所取的读法和理由。主管部门另有规定的，作为新版本修改。",
    "",
    ...interpretations.flatMap(interpretationLines),
    "## 参数",
    "",
    "| 参数 | 名称 | 条款 | 由谁提供 | 值和出处 | 说明 |",
    "|---|---|---|---|---|---|",
    ...parameters.map(parameterRow),
    "",
    "## 条款",
    "",
    "| 条款 | 题目 | 概括 | 涉及 | 依据它的补贴 | 依据它的功能 |",
    "|---|---|---|---|---|---|",
    ...clauses.map(
      ({ id, title, summary, concerns, benefits, features }) =>
        `| ${id} | ${title} | ${summary} | ${concerns.join("、")} | ${benefits.map((one) => benefitName([policy], one)).join("、")} | ${features.join("、")} |`,
    ),
  ].join("\n")}\n`;
}

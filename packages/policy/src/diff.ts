/** The difference between two policies, in words: made from the same sentences that people read. */
import type { CompiledBenefit, Policy } from "./compile.ts";
import { benefitName, describeBenefit } from "./describe.ts";
import { canonicalJson } from "./canonical-json.ts";
import { labelOf } from "./facts.ts";
import type { Interpretation, Manifest, Parameter } from "./package-types.ts";

export interface PolicyDifference {
  /** Place of the difference: a benefit's id, `parameters`, `interpretations`, `clauses` or `manifest`. */
  where: string;
  text: string;
}

function byId<T>(items: readonly T[], id: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [id(item), item]));
}

/** Goes through two lists by id: what is gone, what is new, what differs. */
function compare<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  said: { gone: (item: T) => string; added: (item: T) => string; changed: (was: T, is: T) => string[] },
): string[] {
  const lines: string[] = [];
  for (const [id, was] of before) {
    const is = after.get(id);
    if (is === undefined) lines.push(said.gone(was));
    else lines.push(...said.changed(was, is));
  }
  for (const [id, is] of after) if (!before.has(id)) lines.push(said.added(is));
  return lines;
}

function valuesOf(parameter: Parameter): string {
  if (parameter.values.length === 0) return "没有值";
  return parameter.values.map(({ from, to, value }) => `${from ?? "始终"} 至 ${to ?? "今后"}：${value}`).join("；");
}

function benefitLines(before: Policy, after: Policy, was: CompiledBenefit, is: CompiledBenefit): string[] {
  const old = describeBenefit(before, was.source.id);
  const now = describeBenefit(after, is.source.id);
  const lines = compare(
    byId(old.tests, (test) => test.id),
    byId(now.tests, (test) => test.id),
    {
      gone: (test) => `取消条件“${test.text}”〔${test.clause}〕`,
      added: (test) => `增加条件“${test.text}”〔${test.clause}〕`,
      changed: (a, b) => {
        if (a.text !== b.text) return [`条件“${a.text}”改为“${b.text}”〔${b.clause}〕`];
        return a.clause === b.clause ? [] : [`条件“${a.text}”的依据由${a.clause}改为${b.clause}`];
      },
    },
  );
  const amounts = (description: typeof old): string => description.amount.map((part) => part.text).join("；");
  if (amounts(old) !== amounts(now)) lines.push(`金额由“${amounts(old)}”改为“${amounts(now)}”`);
  // Whatever the sentences do not show still differs.
  if (lines.length === 0 && canonicalJson(was.source) !== canonicalJson(is.source))
    lines.push("文字说明有改动，条件和金额不变");
  return lines;
}

function readingOf(one: Interpretation): string {
  return one.readings.find(({ id }) => id === one.chosen)?.text ?? one.chosen;
}

/** Every difference from one policy to another, each as a sentence; an empty list says that the rules are equal. */
export function diffPolicies(before: Policy, after: Policy): PolicyDifference[] {
  const differences: PolicyDifference[] = [];
  const add = (where: string, lines: readonly string[]): void => {
    for (const text of lines) differences.push({ where, text });
  };
  for (const [id, was] of before.benefits) {
    const is = after.benefits.get(id);
    add(id, is === undefined ? [`取消${benefitName([before], id)}`] : benefitLines(before, after, was, is));
  }
  for (const id of after.benefits.keys()) if (!before.benefits.has(id)) add(id, [`增加${benefitName([after], id)}`]);
  const a = before.rules;
  const b = after.rules;
  add(
    "parameters",
    compare(
      byId(a.parameters, (one) => one.name),
      byId(b.parameters, (one) => one.name),
      {
        gone: (one) => `取消参数“${one.label}”（${one.name}）`,
        added: (one) => `增加参数“${one.label}”（${one.name}）：${valuesOf(one)}`,
        changed: (was, is) => {
          if (valuesOf(was) !== valuesOf(is))
            return [`参数“${is.label}”（${is.name}）由“${valuesOf(was)}”改为“${valuesOf(is)}”`];
          return canonicalJson(was) === canonicalJson(is) ? [] : [`参数“${is.label}”（${is.name}）的说明有改动`];
        },
      },
    ),
  );
  add(
    "interpretations",
    compare(
      byId(a.interpretations, (one) => one.id),
      byId(b.interpretations, (one) => one.id),
      {
        gone: (one) => `取消读法“${one.question}”`,
        added: (one) => `增加读法“${one.question}”：${readingOf(one)}`,
        changed: (was, is) => {
          if (was.chosen !== is.chosen) return [`读法“${is.question}”由“${readingOf(was)}”改为“${readingOf(is)}”`];
          return canonicalJson(was) === canonicalJson(is) ? [] : [`读法“${is.question}”的说明有改动`];
        },
      },
    ),
  );
  add(
    "clauses",
    compare(
      byId(a.clauses, (one) => one.id),
      byId(b.clauses, (one) => one.id),
      {
        gone: (one) => `取消条款 ${one.id} ${one.title}`,
        added: (one) => `增加条款 ${one.id} ${one.title}`,
        changed: (was, is) =>
          canonicalJson(was) === canonicalJson(is) ? [] : [`条款 ${is.id} ${is.title}的概括有改动`],
      },
    ),
  );
  add("manifest", manifestLines(a.manifest, b.manifest));
  return differences;
}

const TRANSITIONS = { keep: "仍按原版本办", redecide: "按新版本重新裁定" };

const periodOf = ({ from, to }: Manifest["effective"]): string => `${from} 至 ${to ?? "今后"}`;

function manifestLines(was: Manifest, is: Manifest): string[] {
  const lines: string[] = [];
  const line = (name: string, before: string, after: string): void => {
    if (before !== after) lines.push(`${name}由“${before}”改为“${after}”`);
  };
  line("名称", was.title, is.title);
  line("发文机关", was.issuedBy, is.issuedBy);
  line("文号", was.documentNumber, is.documentNumber);
  if (canonicalJson(was.effective) !== canonicalJson(is.effective))
    lines.push(`施行期间由 ${periodOf(was.effective)} 改为 ${periodOf(is.effective)}`);
  line("选用版本所看的日期", labelOf(was.lawBy ?? "/appliedOn"), labelOf(is.lawBy ?? "/appliedOn"));
  line("选取参数所看的日期", labelOf(was.parametersBy), labelOf(is.parametersBy));
  line("施行时在办的申请", TRANSITIONS[was.transition ?? "keep"], TRANSITIONS[is.transition ?? "keep"]);
  for (const note of was.notes) if (!is.notes.includes(note)) lines.push(`取消说明“${note}”`);
  for (const note of is.notes) if (!was.notes.includes(note)) lines.push(`增加说明“${note}”`);
  return lines;
}

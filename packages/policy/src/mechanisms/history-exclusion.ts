/**
 * Never together with, or never twice: no earlier grant of the listed benefits with the same keys (none: ever).
 *
 * A key that the earlier grant says it has not (`null`) is never the same as one that the case has. A key that the
 * case lacks is unknown, and then an earlier grant that agrees in all other keys leaves the test undecided: a
 * certificate whose level is not known must not be paid twice.
 */
import type { CompiledTest, Missing } from "../evaluation.ts";
import type { KeyFactName } from "../facts.ts";
import { KEY_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, HistoryEntry } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import { HISTORY_BENEFITS, idsOf, nameOf } from "../vocabulary.ts";
import { alternatives, rule, someOf } from "./shape.ts";

export interface HistoryExclusion {
  kind: "history-exclusion";
  benefits: HistoryBenefit[];
  same: KeyFactName[];
}

export const historyExclusionSchema: JsonSchema = rule(
  "history-exclusion",
  "以往没有享受过所列补贴；给出 same 的，只看这些方面相同的。",
  {
    benefits: someOf({ enum: idsOf(HISTORY_BENEFITS) }),
    same: { type: "array", items: { enum: idsOf(KEY_FACTS) }, uniqueItems: true },
  },
);

const NO = 0;
const YES = 1;
const UNKNOWN = 2;

export function compileHistoryExclusion(node: HistoryExclusion): CompiledTest {
  const benefits = new Set(node.benefits);
  const keys = node.same;
  const names = alternatives(node.benefits.map((benefit) => nameOf(HISTORY_BENEFITS, benefit)));
  const same = keys.map((key) => KEY_FACTS[key].same).join("、");
  const what = same === "" ? names : `${same}的${names}`;

  function match(c: Case, entry: HistoryEntry): typeof NO | typeof YES | typeof UNKNOWN {
    let answer: typeof YES | typeof UNKNOWN = YES;
    if (entry.benefit === undefined) answer = UNKNOWN;
    else if (!benefits.has(entry.benefit)) return NO;
    for (const key of keys) {
      const own = KEY_FACTS[key].read(c);
      const theirs = entry[key];
      if (own === undefined || theirs === undefined) answer = UNKNOWN;
      else if (own !== theirs) return NO;
    }
    return answer;
  }

  function addUnknowns(c: Case, entry: HistoryEntry, at: number, missing: Missing): void {
    for (const key of keys) if (KEY_FACTS[key].read(c) === undefined) missing.add(KEY_FACTS[key].path);
    if (entry.benefit === undefined) missing.add(`/history${pointerSegment(at)}/benefit`);
    for (const key of keys) if (entry[key] === undefined) missing.add(`/history${pointerSegment(at)}/${key}`);
  }

  return {
    verdict: (e) => {
      const history = e.case.history;
      if (history === undefined) return null;
      let known = true;
      for (const entry of history) {
        const matched = match(e.case, entry);
        if (matched === YES) return false;
        if (matched === UNKNOWN) known = false;
      }
      return known ? true : null;
    },
    because: (e, verdict) => {
      if (verdict === true) return `以往没有享受过${what}`;
      const history = e.case.history;
      if (history === undefined) return `缺少以往享受补贴的记录，不能判断是否享受过${what}`;
      if (verdict === null) return `以往记录或本次的资料不全，不能判断是否享受过${what}`;
      const entry = history.find((one) => match(e.case, one) === YES);
      const when = entry?.on === undefined ? "以往" : ` ${entry.on} `;
      return `${when}已享受过${same === "" ? "" : `${same}的`}${nameOf(HISTORY_BENEFITS, entry?.benefit ?? "")}，不可重复享受`.trimStart();
    },
    missing: (e, missing) => {
      const history = e.case.history;
      if (history === undefined) {
        for (const key of keys) if (KEY_FACTS[key].read(e.case) === undefined) missing.add(KEY_FACTS[key].path);
        missing.add("/history");
        return;
      }
      for (let at = 0; at < history.length; at += 1) {
        const entry = history[at];
        if (entry !== undefined && match(e.case, entry) === UNKNOWN) addUnknowns(e.case, entry, at, missing);
      }
    },
    text: `以往没有享受过${what}`,
  };
}

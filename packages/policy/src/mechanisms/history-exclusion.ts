/**
 * Never together with, or never twice: no earlier grant of the listed benefits with the same keys (none: ever).
 *
 * A key that the earlier grant says it has not (`null`) is never the same as one that the case has. A key that the
 * case lacks is unknown, and then an earlier grant that agrees in all other keys leaves the test undecided: a
 * certificate whose level is not known must not be paid twice.
 */
import type { CompiledTest, Lookup, Missing } from "../evaluation.ts";
import type { KeyFactName } from "../facts.ts";
import { KEY_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, HistoryEntry } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import { alternatives, benefitIdSchema, listedOf, rule } from "./shape.ts";

export interface HistoryExclusion {
  kind: "history-exclusion";
  benefits: HistoryBenefit[];
  same: KeyFactName[];
}

export const historyExclusionSchema: JsonSchema = rule(
  "history-exclusion",
  "以往没有享受过所列补贴；给出 same 的，只看这些方面相同的。",
  {
    benefits: listedOf(benefitIdSchema),
    same: { type: "array", items: { enum: Object.keys(KEY_FACTS) }, uniqueItems: true },
  },
);

const NO = 0;
const YES = 1;
const UNKNOWN = 2;

export function compileHistoryExclusion(node: HistoryExclusion, lookup: Lookup): CompiledTest {
  const benefits = new Set(node.benefits);
  const keys = node.same.map((name) => ({ name, own: KEY_FACTS[name] }));
  const names = alternatives(node.benefits.map((id) => lookup.benefit(id)));
  const same = keys.map(({ own }) => own.same).join("、");
  const what = same === "" ? names : `${same}的${names}`;
  const met = `以往没有享受过${what}`;

  function match(c: Case, entry: HistoryEntry): typeof NO | typeof YES | typeof UNKNOWN {
    let answer: typeof YES | typeof UNKNOWN = YES;
    if (entry.benefit === undefined) answer = UNKNOWN;
    else if (!benefits.has(entry.benefit)) return NO;
    for (const { name, own } of keys) {
      const ours = own.read(c);
      const theirs = entry[name];
      if (ours === undefined || theirs === undefined) answer = UNKNOWN;
      else if (ours !== theirs) return NO;
    }
    return answer;
  }

  function addOwnUnknowns(c: Case, missing: Missing): void {
    for (const { own } of keys) if (own.read(c) === undefined) missing.add(own.path);
  }

  function addUnknowns(c: Case, entry: HistoryEntry, at: number, missing: Missing): void {
    addOwnUnknowns(c, missing);
    if (entry.benefit === undefined) missing.add(`/history${pointerSegment(at)}/benefit`);
    for (const { name } of keys) if (entry[name] === undefined) missing.add(`/history${pointerSegment(at)}/${name}`);
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
      if (verdict === true) return met;
      const history = e.case.history;
      if (history === undefined) return `缺少以往享受补贴的记录，不能判断是否享受过${what}`;
      if (verdict === null) return `以往记录或本次的资料不全，不能判断是否享受过${what}`;
      const entry = history.find((one) => match(e.case, one) === YES);
      const when = entry?.on === undefined ? "以往" : `${entry.on} `;
      return `${when}已享受过${same === "" ? "" : `${same}的`}${entry?.benefit === undefined ? "" : lookup.benefit(entry.benefit)}，不可重复享受`;
    },
    missing: (e, missing) => {
      const history = e.case.history;
      if (history === undefined) {
        addOwnUnknowns(e.case, missing);
        missing.add("/history");
        return;
      }
      for (let at = 0; at < history.length; at += 1) {
        const entry = history[at];
        if (entry !== undefined && match(e.case, entry) === UNKNOWN) addUnknowns(e.case, entry, at, missing);
      }
    },
    text: met,
  };
}

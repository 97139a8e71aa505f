/**
 * No lower level after a higher one: no earlier grant of the listed benefits of a higher level, with the same keys (none:
 * of whatever occupation). Levels are numbered downwards: 1 is the highest. A grant or a certificate without a level
 * (`null`) is neither higher nor lower.
 */
import type { CompiledTest, Lookup, Missing } from "../evaluation.ts";
import type { KeyFactName } from "../facts.ts";
import { KEY_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, HistoryEntry, Verdict } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import { LEVELS, nameOf } from "../vocabulary.ts";
import { alternatives, benefitIdSchema, listedOf, rule } from "./shape.ts";

type Key = Exclude<KeyFactName, "level">;

export interface NoLowerLevel {
  kind: "no-lower-level";
  benefits: HistoryBenefit[];
  same: Key[];
}

const KEYS: readonly Key[] = ["occupation", "employer", "course"];

export const noLowerLevelSchema: JsonSchema = rule(
  "no-lower-level",
  "以往没有享受过所列补贴中等级更高的；给出 same 的，只看这些方面相同的。",
  { benefits: listedOf(benefitIdSchema), same: { type: "array", items: { enum: [...KEYS] }, uniqueItems: true } },
);

const LEVEL = "/certificate/level";

export function compileNoLowerLevel(node: NoLowerLevel, lookup: Lookup): CompiledTest {
  const benefits = new Set(node.benefits);
  const keys = node.same.map((name) => ({ name, own: KEY_FACTS[name] }));
  const names = alternatives(node.benefits.map((id) => lookup.benefit(id)));
  const what = `${keys.map(({ own }) => own.same).join("、")}${keys.length === 0 ? "" : "而"}等级更高的${names}`;

  /** Whether the grant was of a higher level; unknown where the facts don't tell. */
  function higher(c: Case, entry: HistoryEntry): Verdict {
    if (entry.benefit !== undefined && !benefits.has(entry.benefit)) return false;
    const ours = c.certificate?.level;
    const theirs = entry.level;
    // Nothing is above the highest level, and the lowest is above nothing.
    if (ours === null || theirs === null || ours === 1 || theirs === 5) return false;
    if (ours !== undefined && theirs !== undefined && theirs >= ours) return false;
    let answer: Verdict = entry.benefit === undefined || ours === undefined || theirs === undefined ? null : true;
    for (const { name, own } of keys) {
      const key = own.read(c);
      const other = entry[name];
      if (key === undefined || other === undefined) answer = null;
      else if (key !== other) return false;
    }
    return answer;
  }

  function addMissing(c: Case, entry: HistoryEntry, at: number, missing: Missing): void {
    if (c.certificate?.level === undefined) missing.add(LEVEL);
    for (const { own } of keys) if (own.read(c) === undefined) missing.add(own.path);
    for (const name of ["benefit", "level", ...node.same] as const)
      if (entry[name] === undefined) missing.add(`/history${pointerSegment(at)}/${name}`);
  }

  return {
    verdict: (e) => {
      const level = e.case.certificate?.level;
      if (level === null || level === 1) return true;
      const history = e.case.history;
      if (history === undefined) return null;
      let answer: Verdict = true;
      for (const entry of history) {
        const own = higher(e.case, entry);
        if (own === true) return false;
        if (own === null) answer = null;
      }
      return answer;
    },
    because: (e, verdict) => {
      if (verdict === true) return `以往没有享受过${what}`;
      if (verdict === null) return `证书等级、职业或以往记录不全，不能判断是否享受过${what}`;
      const entry = e.case.history?.find((one) => higher(e.case, one) === true);
      const when = entry?.on === undefined ? "以往" : `${entry.on} `;
      const level = nameOf(LEVELS, entry?.level ?? "");
      return `${when}已享受过${level}的补贴，之后不再享受更低等级的`;
    },
    missing: (e, missing) => {
      const history = e.case.history;
      if (history === undefined) {
        if (e.case.certificate?.level === undefined) missing.add(LEVEL);
        for (const { own } of keys) if (own.read(e.case) === undefined) missing.add(own.path);
        missing.add("/history");
        return;
      }
      for (const [at, entry] of history.entries())
        if (higher(e.case, entry) === null) addMissing(e.case, entry, at, missing);
    },
    text: `以往没有享受过${what}`,
  };
}

/** A code above another of the same ordered list; that there was none before is below all. */
import type { CompiledTest } from "../evaluation.ts";
import type { OrderedFactPath } from "../facts.ts";
import { ORDERED_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { idsOf, nameOf } from "../vocabulary.ts";
import { rule } from "./shape.ts";

export interface HigherThan {
  kind: "higher-than";
  fact: OrderedFactPath;
  than: OrderedFactPath;
}

const path: JsonSchema = { enum: Object.keys(ORDERED_FACTS) };

export const higherThanSchema: JsonSchema = rule(
  "higher-than",
  "层次高于另一项；另一项写明没有（null）的，视为最低。",
  {
    fact: path,
    than: path,
  },
);

export function compileHigherThan(node: HigherThan): CompiledTest {
  const { label, names, read } = ORDERED_FACTS[node.fact];
  const other = ORDERED_FACTS[node.than];
  const order: readonly string[] = idsOf(names);
  const highest = order.length - 1;
  const rank = (value: string | null): number => (value === null ? -1 : order.indexOf(value));
  return {
    verdict: (e) => {
      const value = read(e.case);
      const before = other.read(e.case);
      if (value !== undefined && before !== undefined) return rank(value) > rank(before);
      // Nothing is above the highest; anything is above none.
      if (value === undefined && before !== undefined) {
        if (before === null) return true;
        return rank(before) === highest ? false : null;
      }
      return null;
    },
    because: (e, verdict) => {
      const value = read(e.case);
      const before = other.read(e.case);
      const was =
        before === undefined ? "" : before === null ? `没有${other.label}` : `${other.label}为${nameOf(names, before)}`;
      if (verdict === null) {
        const absent = [value === undefined ? label : "", before === undefined ? other.label : ""].filter(Boolean);
        return `缺少“${absent.join("”和“")}”，不能判断${label}是否高于${other.label}`;
      }
      if (value === undefined || value === null) return verdict ? `${was}，任何层次都更高` : `${was}，没有更高的层次`;
      return `${label}为${nameOf(names, value)}，${was}，${verdict ? "更高" : "没有更高"}`;
    },
    missing: (e, missing) => {
      if (read(e.case) === undefined) missing.add(node.fact);
      if (other.read(e.case) === undefined) missing.add(node.than);
    },
    text: `${label}高于${other.label}`,
  };
}

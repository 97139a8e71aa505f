import { useFilters, given } from "../../lists/use-filters.ts";
import { dimensions, type Cut, type Dimension, type Measure } from "./measures.ts";

const names = ["measure", "by", "split", "from", "to", ...dimensions] as const;
type Values = Record<(typeof names)[number], string>;

export interface Question {
  measure: Measure;
  by: Cut;
  split: Cut;
  /** Period and codes, as the server takes them. */
  filter: Partial<Record<"from" | "to" | Dimension, string>>;
}

/** Question to the statistics, stored in the address so that a figure can be shared. */
export function useQuestion(): [Question, (change: Partial<Values>) => void] {
  const [values, change] = useFilters(names);
  const { measure, by, split, ...filter } = values;
  return [
    {
      measure: (measure === "" ? "person-times" : measure) as Measure,
      by: (by === "" ? "month" : by) as Cut,
      split: (split === "" ? "none" : split) as Cut,
      filter: given(filter),
    },
    change,
  ];
}

import { addMonths } from "@jinengtong/standards";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";

const TARGETS = [
  { measure: "person-times", year: null, value: 60_000, clause: "一.目标" },
  { measure: "apprentices", year: null, value: 750, clause: "四.6" },
  { measure: "skilled-share", year: null, value: 0.28, clause: "一.目标" },
  { measure: "high-skilled-share", year: null, value: 0.32, clause: "一.目标" },
  { measure: "fund-fen", year: null, value: 7_000_000_000, clause: "十二.1" },
] as const;

type BaseMeasure = "employed" | "skilled" | "high-skilled";

/** Sets the targets of the programme and the base figures they are measured against. */
export function addTargets(county: DemoCounty): void {
  for (const target of TARGETS) {
    county.sink.add("target", {
      id: rowId(county),
      policy_id: county.policy.id,
      ...target,
      region: county.region,
      department_id: null,
      set_by: county.reviewers[0],
      set_at: at(county.firstDay, "10:00:00"),
    });
  }
  const figures: Record<BaseMeasure, readonly number[]> = {
    employed: [742_000, 748_500],
    skilled: [193_000, 206_300],
    "high-skilled": [58_600, 65_100],
  };
  for (const [measure, values] of Object.entries(figures) as [BaseMeasure, readonly number[]][]) {
    for (const [index, value] of values.entries()) {
      county.sink.add("base_figure", {
        measure,
        region: county.region,
        on_date: addMonths(county.today, (index - 1) * 12),
        value,
        source: "示例数据",
        recorded_by: county.reviewers[0],
        recorded_at: at(county.today, "08:00:00"),
      });
    }
  }
}

import { at, type DemoCounty } from "../../kernel/demo/county.ts";
import { json } from "../../kernel/database.ts";

/** Local amounts that the policy leaves open, and a prolonged programme: samples, none official. */
export const DEMO_PARAMETERS: Readonly<Record<string, number | string>> = {
  "livingAllowance.perDayFen": 4_000,
  "workForTraining.perMonthFen": 50_000,
  "technicianAward.level2Fen": 200_000,
  "technicianAward.level1Fen": 300_000,
  "startup.sybFen": 80_000,
  "startup.simulationFen": 100_000,
  "startup.onlineBusinessFen": 100_000,
  "startup.abilityFen": 120_000,
  "startup.awardFen": 50_000,
  "programme.until": "2030-12-31",
};

/** Sets them, each marked as a sample. */
export function addParameters(county: DemoCounty): void {
  for (const [name, value] of Object.entries(DEMO_PARAMETERS)) {
    county.sink.add("policy_parameter", {
      policy_id: county.policy.id,
      name,
      value: json(value),
      effective_from: "2019-12-31",
      effective_to: null,
      source:
        typeof value === "number"
          ? "示例数据：文件未规定金额，由本地实施细则确定"
          : "示例数据：假定本县已发文延长政策，并非真实文件",
      sample: true,
      set_by: county.reviewers[0],
      set_at: at(county.firstDay, "10:00:00"),
    });
  }
}

import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Instant } from "../../kernel/shapes.ts";
import { periodLabel } from "../facts/days.ts";
import { DIMENSIONS, MEASURES, PERIODS, type Dimension, type Measure, type MeasureId } from "../facts/shape.ts";
import type { Cut, FactFilter } from "../facts/cut.ts";
import type { FactStore } from "../facts/store.ts";
import { benefitLabel, groupLabel, levelLabel, policyLabel, townLabel } from "../labels.ts";

const keys = <T extends object>(labels: T) => Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

export const MeasureName = z.enum(keys(MEASURES));
export const CutName = z.enum([...keys(PERIODS), ...keys(DIMENSIONS), "none"]);

const Codes = z
  .string()
  .max(2_000)
  .transform((text) => text.split(",").filter((code) => code !== ""))
  .optional()
  .describe("一个或多个代码，用逗号分隔");

/** Query parameters common to all statistics. */
export const StatisticsQuery = z.object({
  measure: MeasureName,
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  town: Codes,
  group: Codes,
  occupation: Codes,
  level: Codes,
  institution: Codes,
  benefit: Codes,
  policy: Codes,
  project: Codes,
  department: Codes,
  source: Codes,
});
type Asked = z.output<typeof StatisticsQuery>;

/** Officers see their region's figures, a department those of its scope, an institution its own. */
export const STATISTICIANS = ["reviewer", "department", "finance", "auditor", "institution"] as const;

/** Description of a figure: measure, unit, and time of the last refresh. */
export const Caption = z.object({
  measure: MeasureName,
  label: z.string(),
  unit: z.enum(["人次", "人", "课时", "本", "件", "元"]),
  /** Divisor from value to unit. */
  scale: z.union([z.literal(1), z.literal(100)]),
  note: z.string(),
  asOf: Instant,
});

export function captionOf(measureId: MeasureId, store: FactStore): z.output<typeof Caption> {
  const { label, unit, scale, note } = MEASURES[measureId];
  return { measure: measureId, label, unit, scale, note, asOf: store.followedTo.toISOString() };
}

/** Filter of a question, narrowed to what the account may see. */
export function filterOf({ actor }: Context, asked: Asked): FactFilter {
  const measure: Measure = MEASURES[asked.measure];
  const codes: Partial<Record<Dimension, readonly string[]>> = {};
  for (const dimension of keys(DIMENSIONS)) {
    const given = asked[dimension];
    if (given === undefined) continue;
    requireDimension(measure, dimension);
    codes[dimension] = given;
  }
  if (actor.role === "department") codes.department = [actor.organisationId ?? ""];
  if (actor.role === "institution") codes.institution = [actor.organisationId ?? ""];
  return {
    codes,
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(asked.to === undefined ? {} : { to: asked.to }),
    ...(actor.role === "institution" ? {} : { region: actor.region }),
  };
}

/** Refuses a cut that the measure doesn't have. */
export function requireCut(measureId: MeasureId, cut: Cut): void {
  if (cut === "none" || cut in PERIODS) return;
  requireDimension(MEASURES[measureId], cut as Dimension);
}

function requireDimension(measure: Measure, dimension: Dimension): void {
  if (!measure.shape.dimensions.includes(dimension))
    throw unacceptable(
      "cut-without-meaning",
      `“${measure.label}”不能按${DIMENSIONS[dimension]}划分：培训本身没有资金来源。请改用补贴申请、核定金额或支付金额。`,
    );
}

/** Chinese label of a code. */
export function nameOfCode(context: Context, store: FactStore) {
  const kept = new Map([...store.codes.values()].map((code) => [`${code.dimension} ${code.code}`, code.label]));
  return (cut: Cut, code: string): string => {
    if (cut === "none") return "合计";
    if (cut in PERIODS) return periodLabel(code);
    if (code === "") return "未注明";
    switch (cut) {
      case "town":
        return townLabel(code);
      case "group":
        return groupLabel(code);
      case "level":
        return levelLabel(Number(code));
      case "benefit":
        return benefitLabel(context.services.policies, code);
      case "policy":
        return policyLabel(context.services.policies, code);
      default:
        return kept.get(`${cut} ${code}`) ?? code;
    }
  };
}

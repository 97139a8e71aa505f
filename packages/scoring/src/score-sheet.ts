import { z } from "zod";
import { exact } from "./exact.ts";

const Title = z.string().trim().min(1).max(100);
const Code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/u, "须为小写字母、数字、点和短横线");
const Points = z.number().min(0).max(1000);

/**
 * Rule that turns what was done into points. `share`: done ÷ target of the points (target ÷ done where less is better), never above
 * them. `steps`: the points of the highest step reached. `met`: all or nothing. `deduct` and `add`: so many points a case, between 0 and the
 * points. `judged`: a person's word, with a reason.
 */
const Scoring = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("share"), better: z.enum(["more", "less"]) }),
  z.strictObject({
    kind: z.literal("steps"),
    steps: z.array(z.strictObject({ least: z.number(), points: Points })).min(1),
  }),
  z.strictObject({ kind: z.literal("met"), better: z.enum(["more", "less"]) }),
  z.strictObject({ kind: z.literal("deduct"), each: Points }),
  z.strictObject({ kind: z.literal("add"), each: Points }),
  z.strictObject({ kind: z.literal("judged") }),
]);
export type Scoring = z.output<typeof Scoring>;

const Indicator = z.strictObject({
  code: Code,
  /** Code of the section that the points belong to. */
  section: Code,
  group: Title.optional(),
  title: Title,
  unit: z.string().max(20).optional(),
  points: Points,
  target: z.number().optional(),
  scoring: Scoring,
  /** Name of the query whose answer is what was done; absent: a person enters it. */
  evidence: z.string().max(60).optional(),
});
export type Indicator = z.output<typeof Indicator>;

/** Piece of a factor: from `least` on, `base + slope × score`. */
const Band = z.strictObject({ least: z.number(), base: z.number(), slope: z.number() });

const Total = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum") }),
  /** factor(section `factor`) × section `times` + section `plus`: the index of Shanghai 2014. */
  z.strictObject({
    kind: z.literal("factor"),
    factor: Code,
    bands: z.array(Band).min(1),
    times: Code,
    plus: Code,
    denominator: z.number().positive(),
  }),
]);

/**
 * A score sheet as data: sections, indicators with points and rule, how the sections add up, and the grades. Used for credit grades
 * (I2), performance (I3), assessment of bases (E7), bids (K9).
 */
export const ScoreSheet = z.strictObject({
  code: Code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  title: Title,
  source: z.string().trim().min(1).max(300),
  from: z.iso.date(),
  sections: z.array(z.strictObject({ code: Code, title: Title, points: Points })).min(1),
  indicators: z.array(Indicator).min(1),
  total: Total,
  /** Best first; the last one begins at 0. */
  grades: z.array(z.strictObject({ code: Code, title: Title, least: z.number() })).min(1),
});
export type ScoreSheet = z.output<typeof ScoreSheet>;

/** Faults of a sheet that its shape doesn't show, as JSON pointer and sentence; empty for a sheet that can be published. */
export function sheetFaults(sheet: ScoreSheet): { pointer: string; message: string }[] {
  const faults: { pointer: string; message: string }[] = [];
  const fault = (pointer: string, message: string) => faults.push({ pointer, message });
  const sections = new Set(sheet.sections.map((section) => section.code));
  if (sections.size < sheet.sections.length) fault("/sections", "有两个部分用了同一个编号，请改一个。");
  const seen = new Set<string>();
  for (const [index, indicator] of sheet.indicators.entries()) {
    const at = `/indicators/${index}`;
    if (seen.has(indicator.code)) fault(`${at}/code`, `指标编号 ${indicator.code} 用了两次，请改一个。`);
    seen.add(indicator.code);
    if (!sections.has(indicator.section)) fault(`${at}/section`, `没有编号为 ${indicator.section} 的部分，请先加上。`);
    const { scoring, target } = indicator;
    if ((scoring.kind === "share" || scoring.kind === "met") && target === undefined)
      fault(`${at}/target`, `“${indicator.title}”按目标值计分，请填写目标值。`);
    if (scoring.kind === "share" && target !== undefined && target <= 0)
      fault(`${at}/target`, `“${indicator.title}”的目标值须大于 0。`);
    if (scoring.kind === "steps" && scoring.steps.some((step) => step.points > indicator.points))
      fault(`${at}/scoring/steps`, `“${indicator.title}”有一档的分数超过了满分 ${indicator.points} 分。`);
  }
  for (const [index, section] of sheet.sections.entries()) {
    const points = sheet.indicators
      .filter((indicator) => indicator.section === section.code)
      .reduce((sum, indicator) => sum.add(exact(indicator.points)), exact(0));
    if (!points.equals(exact(section.points)))
      fault(
        `/sections/${index}/points`,
        `“${section.title}”的指标合计 ${points.valueOf()} 分，应为 ${section.points} 分，请调整。`,
      );
  }
  if (sheet.total.kind === "factor") {
    for (const part of ["factor", "times", "plus"] as const)
      if (!sections.has(sheet.total[part])) fault(`/total/${part}`, `没有编号为 ${sheet.total[part]} 的部分。`);
    falling(sheet.total.bands, "/total/bands");
  }
  falling(sheet.grades, "/grades");
  return faults;

  function falling(bands: readonly { least: number }[], pointer: string): void {
    if (bands.some((band, index) => index > 0 && band.least >= (bands[index - 1] as { least: number }).least))
      fault(pointer, "各档须从高到低排列。");
    if (bands.at(-1)?.least !== 0) fault(pointer, "最低一档须从 0 分起。");
  }
}

import { blocksRead, type Policy } from "@jinengtong/policy";
import { civilDate, type CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import type { Policies } from "../../kernel/policies.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Instant } from "../../kernel/shapes.ts";
import { cutFacts } from "../facts/cut.ts";
import { periodLabel } from "../facts/days.ts";
import type { MeasureId } from "../facts/shape.ts";
import { factStore, type FactStore } from "../facts/store.ts";
import { policyLabel, townLabel } from "../labels.ts";
import { STATISTICS_READERS, Target, TARGET_MEASURES, targetsOf } from "./target-view.ts";

const Progress = Target.extend({
  label: z.string(),
  policy: z.string(),
  regionLabel: z.string(),
  unit: z.enum(["人次", "人", "元", "%"]),
  /** Values divided by this are in the unit: 0.28 is 28 %. */
  scale: z.union([z.literal(1), z.literal(100), z.literal(0.01)]),
  /** Null if its base figures weren't reported. */
  reached: z.number().nullable(),
  /** Reached ÷ target, in percent with one decimal. */
  percent: z.number().nullable(),
  trend: z.array(z.object({ code: z.string(), label: z.string(), value: z.number() })),
  source: z.string(),
});
type Line = z.output<typeof Progress>;
type Reached = Pick<Line, "unit" | "scale" | "reached" | "trend" | "source">;

/** Progress of each target, in total and by month. Counted from facts; shares are based on the reported base figures. */
export const targetProgress = operation({
  method: "GET",
  path: "/api/v1/targets/progress",
  summary: "目标进度",
  permission: { roles: STATISTICS_READERS },
  query: z.object({ policyId: z.string().max(60).optional(), year: z.coerce.number().int().optional() }),
  output: z.object({ rows: z.array(Progress), asOf: Instant }),
  async run(context, { query }) {
    const store = await factStore(context.services);
    const targets = await targetsOf(context, query.policyId);
    const rows: Line[] = [];
    for (const target of targets.filter((each) => query.year === undefined || each.year === query.year)) {
      const reached = target.measure.endsWith("share")
        ? await shareReached(context, target)
        : countReached(store, context.services.policies, target);
      rows.push({
        ...target,
        ...reached,
        label: TARGET_MEASURES[target.measure],
        policy: policyLabel(context.services.policies, target.policyId),
        regionLabel: townLabel(target.region),
        percent: reached.reached === null ? null : Math.round((reached.reached / target.value) * 1_000) / 10,
      });
    }
    return { rows, asOf: store.followedTo.toISOString() };
  },
});

type Wanted = z.output<typeof Target>;

/** Benefits whose rules read a part of the case, such as that of apprentices. */
const benefitsReading = (policy: Policy | undefined, block: string): string[] =>
  policy === undefined ? [] : [...policy.benefits.keys()].filter((id) => blocksRead(policy, id).has(block));

const COUNTED: Record<
  string,
  { measure: MeasureId; unit: "人次" | "人" | "元"; scale: 1 | 100; block?: string; source: string }
> = {
  "person-times": { measure: "person-times", unit: "人次", scale: 1, source: "平台报名与开班记录" },
  apprentices: {
    measure: "persons",
    unit: "人",
    scale: 1,
    block: "apprenticeship",
    source: "平台学徒制培训班报名记录",
  },
  "fund-fen": { measure: "paid", unit: "元", scale: 100, source: "平台付款到账记录" },
};

function countReached(store: FactStore, policies: Policies, target: Wanted): Reached {
  const counted = COUNTED[target.measure];
  if (!counted) return { unit: "人次", scale: 1, reached: null, trend: [], source: "" };
  const { from, to } = yearOf(target.year);
  const { total, cells } = cutFacts(
    store,
    counted.measure,
    {
      from,
      to,
      region: target.region,
      codes: {
        policy: [target.policyId],
        ...(target.departmentId === null ? {} : { department: [target.departmentId] }),
        ...(counted.block === undefined
          ? {}
          : { benefit: benefitsReading(policies.get(target.policyId), counted.block) }),
      },
    },
    "month",
  );
  const trend = cells
    .toSorted((a, b) => a.by.localeCompare(b.by))
    .map((cell) => ({ code: cell.by, label: periodLabel(cell.by), value: cell.value }));
  return { unit: counted.unit, scale: counted.scale, reached: total, trend, source: counted.source };
}

const yearOf = (year: number | null): { from?: CivilDate; to?: CivilDate } =>
  year === null ? {} : { from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) };

/** Shares: skilled of employed, highly skilled of skilled, on each day with both reported. */
async function shareReached({ db }: Context, target: Wanted): Promise<Reached> {
  const [part, whole] = target.measure === "skilled-share" ? ["skilled", "employed"] : ["high-skilled", "skilled"];
  const { to } = yearOf(target.year);
  const found = await sql<{ on_date: string; share: number; source: string }>`
    select p.on_date, round(p.value * 1.0 / w.value, 4) as share, p.source
    from base_figure p join base_figure w on w.region = p.region and w.on_date = p.on_date and w.measure = ${whole} and w.value > 0 and w.replaced_at is null
    where p.replaced_at is null and p.measure = ${part} and p.region = ${target.region} and (${to ?? null}::date is null or p.on_date <= ${to ?? null}::date)
    order by p.on_date`.execute(db);
  const last = found.rows.at(-1);
  return {
    unit: "%",
    scale: 0.01,
    reached: last?.share ?? null,
    trend: found.rows.map((row) => ({ code: row.on_date, label: row.on_date, value: row.share })),
    source: last?.source ?? "尚未登记基础数据",
  };
}

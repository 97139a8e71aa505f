import type { CivilDate as Day } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Text } from "../../kernel/shapes.ts";
import { BaseFigure } from "./target-view.ts";

const Body = z.strictObject({
  measure: BaseFigure.shape.measure,
  region: z
    .string()
    .regex(/^\d{6}(\d{3})?$/, "请选择地区")
    .optional()
    .describe("镇（街道）；不填为本辖区"),
  onDate: CivilDate,
  value: z.number().int().nonnegative("不能小于零").max(2_000_000_000),
  source: Text(200, 2),
  reason: Text(200, 2).optional().describe("更正同一天已登记的数据时必填"),
});

/** Records the employed, skilled or highly skilled on a day, with the source; a wrong one is put right with a reason, and stays beside it. */
export const recordBaseFigure = operation({
  method: "POST",
  path: "/api/v1/base-figures",
  summary: "登记或更正基础数据",
  permission: { roles: ["reviewer"] },
  body: Body,
  output: z.object({ measure: z.string(), onDate: CivilDate }),
  async run(context, { body }) {
    const region = body.region ?? context.actor.region;
    if (!region.startsWith(context.actor.region))
      throw unacceptable("outside-region", "只能登记本辖区的数据。", [{ pointer: "/region", detail: "不在本辖区" }]);
    if (body.onDate > context.today) throw unacceptable("date-in-future", "统计日期不能晚于今天。");
    const figures = await figuresOf(context, region, body.onDate);
    if (figures.has(body.measure) && body.reason === undefined)
      throw conflict(
        "base-figure-exists",
        `这一天的这项数据已经登记为 ${figures.get(body.measure)}。要更正的，请写明更正理由；原来的数据会保留。`,
      );
    requirePlausible(figures.set(body.measure, body.value), body.measure);
    await context.db
      .updateTable("base_figure")
      .set({ replaced_at: context.now })
      .where("measure", "=", body.measure)
      .where("region", "=", region)
      .where("on_date", "=", body.onDate)
      .where("replaced_at", "is", null)
      .execute();
    await context.db
      .insertInto("base_figure")
      .values({
        measure: body.measure,
        region,
        on_date: body.onDate,
        value: body.value,
        source: body.source,
        reason: body.reason ?? null,
        recorded_by: context.actor.accountId,
      })
      .execute();
    context.audit({
      kind: "base-figure",
      id: `${body.measure}/${region}/${body.onDate}`,
      detail: { value: body.value, ...(body.reason === undefined ? {} : { reason: body.reason }) },
    });
    return { measure: body.measure, onDate: body.onDate };
  },
});

type Measure = z.output<typeof BaseFigure>["measure"];

async function figuresOf(context: Context, region: string, onDate: Day): Promise<Map<Measure, number>> {
  const found = await context.db
    .selectFrom("base_figure")
    .select(["measure", "value"])
    .where("region", "=", region)
    .where("on_date", "=", onDate)
    .where("replaced_at", "is", null)
    .execute();
  return new Map(found.map((row) => [row.measure, row.value]));
}

const LABELS: Record<Measure, string> = {
  employed: "就业人数",
  skilled: "技能劳动者",
  "high-skilled": "高技能人才",
};

const refuse = (detail: string) =>
  unacceptable("base-figure-implausible", `${detail}，请核对。`, [{ pointer: "/value", detail }]);

/** A part is no larger than its whole, and nobody reports a county in which nobody works. */
function requirePlausible(figures: ReadonlyMap<Measure, number>, changed: Measure): void {
  if (changed === "employed" && figures.get("employed") === 0) throw refuse("就业人数不能为零");
  for (const [part, whole] of [
    ["skilled", "employed"],
    ["high-skilled", "skilled"],
  ] as const) {
    const [few, many] = [figures.get(part), figures.get(whole)];
    if (few !== undefined && many !== undefined && few > many)
      throw refuse(`同一天的${LABELS[part]}（${few}）多于${LABELS[whole]}（${many}）`);
  }
}

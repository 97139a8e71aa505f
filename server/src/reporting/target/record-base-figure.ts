import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Text } from "../../kernel/shapes.ts";
import { BaseFigure } from "./target-view.ts";

/** Records the employed, skilled or highly skilled on a day, with the source. */
export const recordBaseFigure = operation({
  method: "POST",
  path: "/api/v1/base-figures",
  summary: "登记基础数据",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    measure: BaseFigure.shape.measure,
    onDate: CivilDate,
    value: z.number().int().nonnegative("不能小于零").max(2_000_000_000),
    source: Text(200, 2),
  }),
  output: z.object({ measure: z.string(), onDate: CivilDate }),
  async run(context, { body }) {
    if (body.onDate > context.today) throw unacceptable("date-in-future", "统计日期不能晚于今天。");
    await context.db
      .insertInto("base_figure")
      .values({
        measure: body.measure,
        region: context.actor.region,
        on_date: body.onDate,
        value: body.value,
        source: body.source,
        recorded_by: context.actor.accountId,
      })
      .execute();
    context.audit({ kind: "base-figure", id: `${body.measure}/${body.onDate}`, detail: { value: body.value } });
    return { measure: body.measure, onDate: body.onDate };
  },
});

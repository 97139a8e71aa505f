import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { BaseFigure, STATISTICS_READERS } from "./target-view.ts";

/** Reported base figures, which no claim can yield. */
export const listBaseFigures = operation({
  method: "GET",
  path: "/api/v1/base-figures",
  summary: "基础数据",
  permission: { roles: STATISTICS_READERS },
  output: z.object({ rows: z.array(BaseFigure) }),
  async run({ db, actor }) {
    const found = await sql<z.output<typeof BaseFigure>>`
      select measure, region, on_date as "onDate", value, source from base_figure
      where starts_with(region, ${actor.region}) and replaced_at is null order by on_date desc, measure`.execute(db);
    return { rows: found.rows };
  },
});

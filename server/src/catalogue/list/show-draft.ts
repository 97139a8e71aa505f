import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { currentRows, draftRows } from "./current-rows.ts";
import { Difference, differencesBetween } from "./differences.ts";
import { countyOf } from "./draft-writing.ts";
import { ByList, ListRow } from "./lists.ts";
import { rowsOf, versionsOf } from "./versions.ts";

/** Preview of publishing now, with the differences from the newest version. */
export const showDraft = operation({
  method: "GET",
  path: "/api/v1/catalogue/:list/draft",
  summary: "查看目录草稿",
  permission: { roles: ["reviewer"] },
  params: ByList,
  output: z.object({
    begun: z.boolean(),
    newestVersion: z.number().int().nullable(),
    rows: z.array(ListRow),
    differences: z.array(Difference),
  }),
  async run(context, { params: { list } }) {
    const region = countyOf(context);
    const rows = await currentRows(context.db, list, region, context.today);
    const [newest] = await versionsOf(context.db, list, region);
    const before = newest ? await rowsOf(context.db, list, newest.id) : [];
    const begun =
      (list === "occupations" || list === "shortage") && (await draftRows(context.db, list, region)) !== null;
    return { begun, newestVersion: newest?.version ?? null, rows, differences: differencesBetween(before, rows) };
  },
});

import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { DrawnItem, drawnItems } from "./sample-frames.ts";
import { Finding, findingsOf, Line, READERS, sampleOf, sampleOwner, toLine } from "./sample-view.ts";

/** One sample: drawn records and findings. */
export const showSample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id",
  summary: "抽样明细",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: Line.extend({ drawn: z.array(Id), items: z.array(DrawnItem), found: z.array(Finding) }),
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const [items, found] = await Promise.all([
      drawnItems(context.db, row.frame, row.drawn),
      findingsOf(context, params.id),
    ]);
    return { ...toLine(context, row), drawn: row.drawn, items, found };
  },
});

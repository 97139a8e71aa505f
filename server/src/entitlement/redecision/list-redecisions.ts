import { operation } from "../../kernel/operation.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { sql } from "../../kernel/database.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import {
  REDECISIONS,
  REDECISIONS_FROM,
  RedecisionLine,
  type RedecisionRow,
  viewRedecision,
} from "./redecision-view.ts";

const ORDER = sortable({
  columns: { askedAt: byTime("x.asked_at"), from: byDate("x.from_day"), title: byName("x.title") },
  unique: byId("x.id"),
  usual: "-askedAt",
});

/** `GET /api/v1/redecisions`: redecisions under corrected law, newest first. */
export const listRedecisions = operation({
  method: "GET",
  path: "/api/v1/redecisions",
  summary: "追溯裁定列表",
  permission: { roles: ["reviewer", "finance", "auditor"] },
  query: ORDER.query,
  output: pageOf(RedecisionLine),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<RedecisionRow>>`
      select ${REDECISIONS}, ${page.place} from ${REDECISIONS_FROM} where ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map((row) => viewRedecision(row, context.actor)), nextCursor };
  },
});

export const exportRedecisions = exportOf(listRedecisions, {
  title: "追溯裁定",
  columns: [
    { header: "更正", width: 40, value: (row) => row.title },
    { header: "从哪天的申请起", width: 16, value: (row) => row.from },
    { header: "理由", width: 40, value: (row) => row.because },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "提出人", value: (row) => row.askedBy },
    { header: "第一人签字", value: (row) => row.firstBy },
    { header: "第二人签字", value: (row) => row.secondBy },
    { header: "件数", kind: "number", value: (row) => row.total },
  ],
});

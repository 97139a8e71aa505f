import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { STANDING } from "./inflows.ts";

const Row = z.object({
  id: Id,
  sourceId: Id,
  sourceName: z.string(),
  amountFen: Fen,
  expectedOn: CivilDate,
  document: z.string(),
  reason: z.string().nullable().describe("改过的，为什么改"),
  notedBy: z.string(),
  notedAt: Instant,
});

const ORDER = sortable({
  columns: { expectedOn: byDate("i.expected_on"), amountFen: byNumber("i.amount_fen"), notedAt: byTime("i.noted_at") },
  unique: byId("i.id"),
  usual: "expectedOn",
});

/** `GET /api/v1/fund/inflows`: money that sources of the region still expect, the nearest day first. */
export const listInflows = operation({
  method: "GET",
  path: "/api/v1/fund/inflows",
  summary: "计划拨入的资金",
  permission: { roles: ["finance", "auditor"] },
  query: ORDER.query,
  output: pageOf(Row),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Omit<z.output<typeof Row>, "notedAt"> & { notedAt: Date }>>`
      select i.id, i.source_id as "sourceId", s.name as "sourceName", i.amount_fen as "amountFen", i.expected_on as "expectedOn", i.document,
        i.reason, a.name as "notedBy", i.noted_at as "notedAt", ${page.place}
      from expected_inflow i join fund_source s on s.id = i.source_id join account a on a.id = i.noted_by
      where starts_with(s.region, ${context.actor.region}) and ${STANDING} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { ...cut, rows: cut.rows.map((row) => ({ ...row, notedAt: row.notedAt.toISOString() })) };
  },
});

export const exportInflows = exportOf(listInflows, {
  title: "计划拨入",
  columns: [
    { header: "资金来源", width: 34, value: (row) => row.sourceName },
    { header: "预计到位", width: 12, value: (row) => row.expectedOn },
    { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.amountFen },
    { header: "依据的文件", width: 40, value: (row) => row.document },
    { header: "更改理由", width: 36, value: (row) => row.reason ?? "" },
    { header: "登记人", width: 12, value: (row) => row.notedBy },
  ],
});

import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { Problematic } from "./bank-return.ts";

const Return = z.object({
  id: Id,
  receivedAt: Instant,
  receivedBy: z.string().nullable(),
  paid: z.number().int(),
  returned: z.number().int(),
  repeated: z.number().int(),
  setAside: z.array(Problematic),
});

const ORDER = sortable({
  columns: {
    receivedAt: byTime("r.received_at"),
    receivedBy: byName("a.name", "first"),
    paid: byNumber("r.paid_count"),
    returned: byNumber("r.returned_count"),
    repeated: byNumber("r.repeated_count"),
  },
  unique: byId("r.id"),
  usual: "-receivedAt",
});

/** Booked bank returns, with lines that didn't match and must be cleared with the bank. */
export const listBankReturns = operation({
  method: "GET",
  path: "/api/v1/bank-returns",
  summary: "银行回单登记记录",
  permission: { roles: ["finance", "auditor"] },
  query: ORDER.query.extend({ unmatched: z.enum(["true"]).optional().describe("只列有未入账明细的") }),
  output: pageOf(Return),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Omit<z.output<typeof Return>, "receivedAt"> & { receivedAt: Date }>>`
      select r.id, r.received_at as "receivedAt", a.name as "receivedBy", r.paid_count as paid, r.returned_count as returned,
        r.repeated_count as repeated, r.unknown as "setAside", ${page.place}
      from bank_return r left join account a on a.id = r.received_by
      where starts_with(coalesce(a.region, ${context.actor.region}), ${context.actor.region})
        and (${query.unmatched ?? null}::text is null or r.unknown <> '[]') and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    };
  },
});

export const exportBankReturns = exportOf(listBankReturns, {
  title: "银行回单登记",
  columns: [
    { header: "登记时间（UTC）", width: 24, value: (row) => row.receivedAt },
    { header: "登记人", value: (row) => row.receivedBy },
    { header: "到账（笔）", kind: "number", value: (row) => row.paid },
    { header: "退回（笔）", kind: "number", value: (row) => row.returned },
    { header: "重复未入账（笔）", kind: "number", value: (row) => row.repeated },
    {
      header: "对不上的明细",
      width: 60,
      value: (row) => row.setAside.map((each) => `${each.paymentNumber} ${each.reason}`).join("；"),
    },
  ],
});

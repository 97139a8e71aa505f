import { z } from "zod";
import { payeeAccount, stopsOn } from "../../entitlement/index.ts";
import { operation } from "../../kernel/operation.ts";
import { sql } from "../../kernel/database.ts";
import { queueWithFirstPage } from "../../kernel/list-count.ts";
import { Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { PayableFilter, payableWhere } from "./payable-filter.ts";
import { byDate, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";

const Payable = z.object({
  claimId: Id,
  number: z.string(),
  policyId: z.string(),
  benefit: z.string(),
  sourceId: Id.nullable(),
  payeeKind: z.enum(["person", "organisation"]),
  payeeName: z.string(),
  accountMasked: z.string().nullable(),
  amountFen: Fen,
  approvedOn: z.string().nullable(),
  stop: z.string().nullable().describe("暂不能编批的原因"),
});

const ORDER = sortable({
  columns: {
    number: byText("c.number"),
    payeeName: byName("coalesce(o.name, p.name)", "first"),
    approvedOn: byDate("c.publicised_from", "first"),
    amountFen: byNumber("c.approved_fen"),
  },
  unique: byText("c.number"),
  usual: "number",
});

/** Claims payable now, oldest first, with the payee account if there is one. */
export const listPayables = operation({
  method: "GET",
  path: "/api/v1/fund/payables",
  summary: "待拨付的补贴申请",
  permission: { roles: ["finance", "auditor"] },
  query: ORDER.query.extend({ ...PayableFilter.shape, sourceId: Id.optional() }),
  output: pageOf(Payable).extend({ totalFen: Fen.optional() }),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const where = sql`${payableWhere(query)} and starts_with(c.region, ${context.actor.region})
      and (${query.sourceId ?? null}::uuid is null or c.source_id = ${query.sourceId ?? null}::uuid)`;
    const cut = await page.read(
      context.db,
      sql<Placed<Omit<z.output<typeof Payable>, "stop">>>`
      select c.id as "claimId", c.number, c.policy_id as "policyId", c.benefit, c.source_id as "sourceId", c.payee_kind as "payeeKind",
        coalesce(o.name, p.name) as "payeeName", (select pa.number_masked from payee_account pa where pa.id = ${payeeAccount}) as "accountMasked", c.approved_fen as "amountFen",
        to_char(c.publicised_from, 'YYYY-MM-DD') as "approvedOn", ${page.place}
      from claim c
      left join person p on p.id = c.person_id and c.payee_kind = 'person'
      left join organisation o on o.id = c.organisation_id and c.payee_kind = 'organisation'
      where ${where} and ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    const totals = await queueWithFirstPage(context.db, query, sql`c.approved_fen`, sql`claim c where ${where}`);
    const stops = await stopsOn(
      context.db,
      cut.rows.map((row) => row.claimId),
    );
    return {
      rows: cut.rows.map((row) => ({ ...row, stop: stops.get(row.claimId)?.label ?? null })),
      nextCursor: cut.nextCursor,
      ...totals,
    };
  },
});

import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { sql } from "../../kernel/database.ts";
import { amountWithFirstPage } from "../../kernel/list-count.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, OfProgramme, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { paymentStates } from "../batch-states.ts";
import { likeOf } from "../like.ts";
import { PaymentRow } from "./batch-view.ts";

const Filter = z.object({
  state: z.enum(Object.keys(paymentStates.states) as [string, ...string[]]).optional(),
  sourceId: Id.optional(),
  policy: OfProgramme,
  benefit: z.string().max(40).optional(),
  from: CivilDate.optional().describe("到账日期从"),
  to: CivilDate.optional().describe("到账日期到"),
  q: SearchText(40).optional().describe("付款编号或申请编号开头，或收款人名称中的字"),
});

const ORDER = sortable({
  columns: {
    number: byText("p.number"),
    payeeName: byName("p.payee_name"),
    amountFen: byNumber("p.amount_fen"),
    settledOn: byDate("p.settled_on", "last"),
  },
  unique: byText("p.number"),
  usual: "-number",
  large: "payment p",
});

const PaymentLine = PaymentRow.extend({ batchId: Id, batchNumber: z.string(), sourceName: z.string() });

/** Every payment of the region, newest number first. */
export const listPayments = operation({
  method: "GET",
  path: "/api/v1/payments",
  summary: "付款列表",
  permission: { roles: ["finance", "auditor"] },
  query: ORDER.query.extend(Filter.shape),
  output: pageOf(PaymentLine).extend({ totalFen: Fen.optional() }),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { begins, contains } = likeOf(query.q);
    const where = sql`b.region like ${`${context.actor.region}%`}
        and (${query.state ?? null}::text is null or p.state = ${query.state ?? null})
        and (${query.sourceId ?? null}::uuid is null or b.source_id = ${query.sourceId ?? null}::uuid)
        and (${query.policy ?? null}::text is null or c.policy_id = ${query.policy ?? null})
        and (${query.benefit ?? null}::text is null or c.benefit = ${query.benefit ?? null})
        and (${query.from ?? null}::date is null or p.settled_on >= ${query.from ?? null}::date)
        and (${query.to ?? null}::date is null or p.settled_on <= ${query.to ?? null}::date)
        and ${
          begins === null
            ? sql`true`
            : // What matches is found before anything is joined to it.
              sql`p.id = any(array(select x.id from payment x where x.number like ${begins} or x.payee_name like ${contains}
                union select x.id from claim k join payment x on x.claim_id = k.id where k.number like ${begins}))`
        }`;
    const cut = await page.read(
      context.db,
      sql<Placed<z.output<typeof PaymentLine>>>`
      select p.id, p.number, p.claim_id as "claimId", c.number as "claimNumber", c.policy_id as "policyId", c.benefit, p.payee_name as "payeeName",
        a.number_masked as "accountMasked", a.bank_name as "bankName", p.amount_fen as "amountFen", p.state,
        p.return_reason as "returnReason", p.settled_on as "settledOn", b.id as "batchId", b.number as "batchNumber", s.name as "sourceName",
        ${page.place}
      from payment p join payment_batch b on b.id = p.batch_id join fund_source s on s.id = b.source_id
      join claim c on c.id = p.claim_id join payee_account a on a.id = p.payee_account_id
      where ${where} and ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    const totals = await amountWithFirstPage(
      context.db,
      query,
      sql`p.amount_fen`,
      sql`payment p join payment_batch b on b.id = p.batch_id join claim c on c.id = p.claim_id where ${where}`,
    );
    return { ...cut, ...totals };
  },
});

/** Payments as a workbook. */
export const exportPayments = exportOf(listPayments, {
  title: "付款",
  columns: [
    { header: "付款编号", width: 22, value: (row) => row.number },
    { header: "申请编号", width: 18, value: (row) => row.claimNumber },
    { header: "批次", width: 16, value: (row) => row.batchNumber },
    { header: "资金来源", width: 34, value: (row) => row.sourceName },
    { header: "收款人", width: 28, value: (row) => row.payeeName },
    { header: "收款账号", width: 24, value: (row) => row.accountMasked },
    { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
    {
      header: "状态",
      width: 12,
      value: (row) => paymentStates.states[row.state as keyof typeof paymentStates.states].label,
    },
    { header: "到账或退回日期", width: 16, value: (row) => row.settledOn },
  ],
});

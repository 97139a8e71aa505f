import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen, Id, OfProgramme, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { clawbackStates } from "../batch-states.ts";
import { likeOf } from "../like.ts";

const ClawbackRow = z.object({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  policyId: z.string(),
  benefit: z.string(),
  payeeName: z.string(),
  amountFen: Fen,
  reason: z.string(),
  state: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  demandedAt: z.string(),
  repaidOn: z.string().nullable(),
  demandedBy: z.string().nullable(),
  ending: z
    .object({
      as: z.enum(["cancelled", "written-off"]),
      reason: z.string(),
      askedBy: z.string(),
      mayDecide: z.boolean().describe("不是您发出追回，也不是您提出结束，可以由您决定"),
    })
    .nullable()
    .describe("提出结束、等另一位人员决定"),
});

interface Row extends Omit<z.output<typeof ClawbackRow>, "ending"> {
  as_state: "cancelled" | "written-off" | null;
  end_reason: string | null;
  asker: string | null;
  may_decide: boolean | null;
}

const ORDER = sortable({
  columns: {
    demandedAt: byTime("k.demanded_at"),
    claimNumber: byText("c.number"),
    payeeName: byName("coalesce(o.name, p.name)", "first"),
    amountFen: byNumber("k.amount_fen"),
    dueOn: byDate("k.due_on"),
    repaidOn: byDate("k.repaid_on", "last"),
  },
  unique: byId("k.id"),
  usual: "-demandedAt",
});

/** Clawbacks of the region, newest first; overdue ones are marked. */
export const listClawbacks = operation({
  method: "GET",
  path: "/api/v1/clawbacks",
  summary: "追回通知列表",
  permission: { roles: ["finance", "reviewer", "auditor"] },
  query: ORDER.query.extend({
    state: z.enum(["demanded", "repaid", "cancelled", "written-off"]).optional(),
    policy: OfProgramme,
    ending: z.enum(["true"]).optional().describe("只列等待决定是否结束的"),
    q: SearchText(40).optional().describe("申请编号开头，或收款人姓名、名称中的字"),
  }),
  output: pageOf(ClawbackRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { begins, contains } = likeOf(query.q);
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select k.id, k.claim_id as "claimId", c.number as "claimNumber", c.policy_id as "policyId", c.benefit, coalesce(o.name, p.name) as "payeeName", k.amount_fen as "amountFen", k.reason, k.state,
        k.due_on as "dueOn", (k.state = 'demanded' and k.due_on < ${context.today}::date) as overdue,
        to_char(k.demanded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "demandedAt", k.repaid_on as "repaidOn",
        d.name as "demandedBy", e.as_state, e.reason as end_reason, asker.name as asker,
        (${context.actor.role} <> 'auditor' and e.asked_by <> ${context.actor.accountId} and k.demanded_by <> ${context.actor.accountId}) as may_decide,
        ${page.place}
      from clawback k join claim c on c.id = k.claim_id
      left join person p on p.id = c.person_id and c.payee_kind = 'person'
      left join organisation o on o.id = c.organisation_id and c.payee_kind = 'organisation'
      left join account d on d.id = k.demanded_by
      left join clawback_end e on e.clawback_id = k.id and e.decided_by is null and k.state = 'demanded'
      left join account asker on asker.id = e.asked_by
      where c.region like ${`${context.actor.region}%`} and (${query.state ?? null}::text is null or k.state = ${query.state ?? null})
        and (${query.policy ?? null}::text is null or c.policy_id = ${query.policy ?? null})
        and (${query.ending ?? null}::text is null or e.id is not null)
        and (${begins}::text is null or c.number like ${begins} or coalesce(o.name, p.name) like ${contains})
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((placed) => {
        const { as_state, end_reason, asker, may_decide, ...row } = placed;
        return {
          ...row,
          ending:
            as_state === null
              ? null
              : { as: as_state, reason: end_reason ?? "", askedBy: asker ?? "", mayDecide: may_decide === true },
        };
      }),
    };
  },
});

type ClawbackRow = z.output<typeof listClawbacks.output>["rows"][number];
const CLAWBACK: WriteColumn<ClawbackRow>[] = [
  { header: "申请编号", width: 18, value: (row) => row.claimNumber },
  { header: "收款人", width: 28, value: (row) => row.payeeName },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
  { header: "原因", width: 36, value: (row) => row.reason },
  {
    header: "状态",
    width: 12,
    value: (row) => clawbackStates.states[row.state as keyof typeof clawbackStates.states].label,
  },
  { header: "限期", width: 12, value: (row) => row.dueOn },
  { header: "到账日期", width: 12, value: (row) => row.repaidOn },
  { header: "发出人", width: 12, value: (row) => row.demandedBy },
];

export const exportClawbacks = exportOf(listClawbacks, { title: "追回", columns: CLAWBACK });

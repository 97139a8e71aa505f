import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import "../tables.ts";

/** One training returned twice: whose row, who has it too, and what each pays. */
const Double = z.strictObject({
  id: Id,
  foundOn: CivilDate,
  period: z.string(),
  office: z.string(),
  name: z.string(),
  idNumberMasked: z.string(),
  occupation: z.string(),
  startedOn: CivilDate,
  paidFen: Fen,
  other: z.string().describe("另一方：部门，或本平台的培训机构"),
  otherKind: z.enum(["office", "own"]),
  otherStartedOn: CivilDate,
  otherPaidFen: Fen,
  bothPay: z.boolean().describe("两方都付了补贴"),
});
type Double = z.output<typeof Double>;

const DOUBLE_ORDER = sortable({
  columns: { foundOn: byDate("d.found_on"), period: byText("v.period"), idNumberMasked: byText("v.id_number_masked") },
  unique: byId("d.id"),
  usual: "-foundOn",
});

const DoubleFilter = z.object({
  pays: z.enum(["both"]).optional().describe("both：两方都付"),
  other: z.enum(["office", "own"]).optional().describe("office：与别的部门；own：与本平台"),
});

/** Money of row `w`, as its office typed it. */
const paidBy = (row: string) => sql.raw(`coalesce((${row}.content ->> 'paidFen')::bigint, 0)`);

/** Doubles `d` of a row `v` with a row `w` or an enrolment `e`, as long as both sides stand. `k` is what was paid for the enrolment. */
export const doubleTables = sql`
  return_double d join sent_return_row v on v.id = d.row_id join organisation o on o.id = v.organisation_id
  left join sent_return_row w on w.id = d.other_row_id left join organisation wo on wo.id = w.organisation_id
  left join enrolment e on e.id = d.enrolment_id and e.state in ('enrolled', 'completed', 'failed')
  left join training_class c on c.id = e.class_id left join organisation co on co.id = c.organisation_id
  left join lateral (select sum(k.paid_fen)::bigint as paid_fen, (array_agg(k.id order by k.id))[1] as claim_id from claim k
    where k.enrolment_id = e.id and k.state in ('batched', 'paid', 'recovering')) k on true
  where (w.id is not null or e.id is not null)`;

/** A department sees its own rows alone, whichever side they stand on. */
function visible({ actor }: Context) {
  if (actor.role !== "department") return sql<boolean>`o.region like ${`${actor.region}%`}`;
  return sql<boolean>`v.organisation_id = ${actor.organisationId}::uuid`;
}

/** `GET /api/v1/return-doubles`: trainings that were returned twice, with who pays. */
export const listDoubles = operation({
  method: "GET",
  path: "/api/v1/return-doubles",
  summary: "部门报送的重复培训",
  permission: { roles: ["reviewer", "department", "finance", "auditor"] },
  query: DOUBLE_ORDER.query.extend(DoubleFilter.shape),
  output: pageOf(Double),
  async run(context, { query }) {
    const page = DOUBLE_ORDER.page(query);
    const both = sql<boolean>`(${paidBy("v")} > 0 and coalesce(k.paid_fen, ${paidBy("w")}, 0) > 0)`;
    const cut = await page.read(
      context.db,
      sql<Placed<Double>>`
        select d.id, d.found_on as "foundOn", v.period, o.name as office, v.content ->> 'name' as name, v.id_number_masked as "idNumberMasked",
          v.content ->> 'occupation' as occupation, v.content ->> 'startedOn' as "startedOn", ${paidBy("v")} as "paidFen",
          coalesce(wo.name, co.name) as other, case when w.id is null then 'own' else 'office' end as "otherKind",
          coalesce(w.content ->> 'startedOn', c.starts_on::text) as "otherStartedOn",
          case when w.id is null then coalesce(k.paid_fen, 0) else ${paidBy("w")} end as "otherPaidFen", ${both} as "bothPay", ${page.place}
        from ${doubleTables} and ${visible(context)}
          and (${query.pays ?? null}::text is null or ${both})
          and (${query.other ?? null}::text is null or (w.id is null) = (${query.other ?? null}::text = 'own'))
          and ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return { ...cut, rows: cut.rows as Double[] };
  },
});

export const exportDoubles = exportOf(listDoubles, {
  title: "部门报送重复名单",
  columns: [
    { header: "发现日期", value: (row) => row.foundOn },
    { header: "期间", value: (row) => row.period },
    { header: "报送部门", width: 26, value: (row) => row.office },
    { header: "姓名", value: (row) => row.name },
    { header: "身份证号", width: 22, value: (row) => row.idNumberMasked },
    { header: "职业（工种）", width: 20, value: (row) => row.occupation },
    { header: "开班日期", value: (row) => row.startedOn },
    { header: "补贴（元）", kind: "yuan", value: (row) => row.paidFen },
    { header: "另一方", width: 30, value: (row) => row.other },
    { header: "另一方开班日期", value: (row) => row.otherStartedOn },
    { header: "另一方补贴（元）", kind: "yuan", value: (row) => row.otherPaidFen },
    { header: "两方都付", value: (row) => (row.bothPay ? "是" : "否") },
  ],
});

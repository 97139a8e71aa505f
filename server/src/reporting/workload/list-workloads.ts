import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { WorkloadState } from "./workload-view.ts";
import { workloadStates } from "./workload-states.ts";

const Row = z.strictObject({
  id: Id.describe("院校"),
  name: z.string(),
  year: z.number().int(),
  state: WorkloadState,
  stateLabel: z.string(),
  equivalents: z.number().int().nullable().describe("折合学生数，千分之一人；确认前为空"),
  incomeFen: z.number().int().nullable(),
  baseFen: z.number().int().nullable(),
});
type Raw = Omit<z.output<typeof Row>, "stateLabel">;

const ORDER = sortable({
  columns: { name: byName("o.name"), state: byText("coalesce(w.state, 'draft')") },
  unique: byId("o.id"),
  usual: "name",
});

/** `GET /api/v1/workloads`: schools of the region with their work-load of a year, as they confirmed it. */
export const listWorkloads = operation({
  method: "GET",
  path: "/api/v1/workloads",
  summary: "各院校培训工作量",
  permission: { roles: ["reviewer", "department", "finance", "auditor"] },
  query: ORDER.query.extend({
    year: z.coerce.number().int().min(2019).max(2199).optional().describe("不填为上一年"),
    state: WorkloadState.optional(),
  }),
  output: pageOf(Row),
  async run(context, { query }) {
    const year = query.year ?? Number(context.today.slice(0, 4)) - 1;
    const page = ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Raw>>`
        select o.id, o.name, ${year}::int as year, coalesce(w.state, 'draft') as state, (w.totals ->> 'equivalents')::int as equivalents,
          (w.totals ->> 'incomeFen')::bigint as "incomeFen", (w.totals ->> 'baseFen')::bigint as "baseFen", ${page.place}
        from organisation o left join workload w on w.organisation_id = o.id and w.year = ${year}
        where o.kind in ('training-institution', 'vocational-school') and o.state <> 'exited' and o.town like ${`${context.actor.region}%`}
          and (${query.state ?? null}::text is null or coalesce(w.state, 'draft') = ${query.state ?? null}) and ${page.beyond}
        order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({ ...(row as Raw), stateLabel: workloadStates.states[(row as Raw).state].label })),
    };
  },
});

export const exportWorkloads = exportOf(listWorkloads, {
  title: "院校培训工作量",
  columns: [
    { header: "院校", width: 34, value: (row) => row.name },
    { header: "年度", kind: "number", value: (row) => row.year },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "折合学生数", value: (row) => (row.equivalents === null ? null : (row.equivalents / 1000).toFixed(3)) },
    { header: "培训收入（元）", kind: "yuan", value: (row) => row.incomeFen },
    { header: "绩效工资基数（元）", kind: "yuan", value: (row) => row.baseFen },
  ],
});

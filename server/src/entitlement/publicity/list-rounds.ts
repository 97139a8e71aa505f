import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { roundTitle } from "./publicity-round.ts";

const Round = z.strictObject({
  id: Id,
  title: z.string().describe("第几批"),
  sequence: z.number().int().describe("年份和当年的序号，按先后"),
  document: z.string().nullable().describe("文号"),
  from: CivilDate,
  to: CivilDate,
  running: z.boolean().describe("仍在公示期"),
  openedBy: z.string().nullable().describe("编批的经办人；空：每天自动编批"),
  claims: z.number().int(),
  totalFen: Fen,
});

interface Row {
  id: string;
  year: number;
  number: number;
  document: string | null;
  from_day: z.output<typeof CivilDate>;
  to_day: z.output<typeof CivilDate>;
  opened_by: string | null;
  claims: number;
  total_fen: number;
}

const ORDER = sortable({
  columns: {
    sequence: byNumber("r.year * 100000 + r.number"),
    from: byDate("r.from_day"),
    claims: byNumber("e.claims"),
    totalFen: byNumber("e.total_fen"),
  },
  unique: byId("r.id"),
  usual: "-sequence",
});

/** `GET /api/v1/publicity/rounds`: rounds of publicity, latest first, with what was put up in each. */
export const listRounds = operation({
  method: "GET",
  path: "/api/v1/publicity/rounds",
  summary: "公示批次",
  permission: { roles: ["reviewer", "auditor"] },
  query: ORDER.query.extend({
    year: z.coerce.number().int().min(2000).max(2999).optional().describe("年份"),
    q: SearchText(40).optional().describe("文号或申请编号"),
  }),
  output: pageOf(Round),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const words = query.q === undefined || query.q === "" ? null : query.q;
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select r.id, r.year, r.number, r.document, r.from_day, r.to_day, a.name as opened_by, e.claims, e.total_fen, ${page.place}
      from publicity_round r left join account a on a.id = r.opened_by
      cross join lateral (
        select count(*)::int as claims, coalesce(sum(amount_fen), 0)::bigint as total_fen from publicity_entry where round_id = r.id) e
      where starts_with(r.region, ${context.actor.region})
        and (${query.year ?? null}::int is null or r.year = ${query.year ?? null})
        and (${words}::text is null or strpos(r.document, ${words}) > 0 or exists (
          select from publicity_entry x join claim c on c.id = x.claim_id
          where x.round_id = r.id and c.number = upper(${words}::text)))
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        title: roundTitle(row),
        sequence: row.year * 100_000 + row.number,
        document: row.document,
        from: row.from_day,
        to: row.to_day,
        running: row.to_day >= context.today,
        openedBy: row.opened_by,
        claims: row.claims,
        totalFen: row.total_fen,
      })),
      nextCursor,
    };
  },
});

export const exportRounds = exportOf(listRounds, {
  title: "公示批次",
  columns: [
    { header: "批次", width: 20, value: (row) => row.title },
    { header: "文号", width: 28, value: (row) => row.document ?? "" },
    { header: "公示开始", value: (row) => row.from },
    { header: "公示截止", value: (row) => row.to },
    { header: "笔数", kind: "number", value: (row) => row.claims },
    { header: "金额（元）", kind: "yuan", value: (row) => row.totalFen },
    { header: "编批人", value: (row) => row.openedBy ?? "自动" },
  ],
});

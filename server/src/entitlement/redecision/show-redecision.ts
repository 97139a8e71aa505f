import { benefitName } from "@jinengtong/policy";
import { regionName } from "@jinengtong/county";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import {
  REDECISIONS,
  REDECISIONS_FROM,
  RedecisionLine,
  type RedecisionRow,
  SUMS,
  Sums,
  sumsOf,
  viewRedecision,
} from "./redecision-view.ts";

const Split = z.array(Sums.extend({ key: z.string(), label: z.string() }));

/** `GET /api/v1/redecisions/:id`: how far it is, its sums, and the sums by benefit, town and month. */
export const showRedecision = operation({
  method: "GET",
  path: "/api/v1/redecisions/:id",
  summary: "一次追溯裁定的进度与合计",
  permission: { roles: ["reviewer", "finance", "auditor"], over: countyWide },
  params: ById,
  output: RedecisionLine.extend({
    sums: Sums,
    byBenefit: Split,
    byTown: Split,
    byMonth: Split,
    open: z.number().int().describe("签字后还没有办完的件数"),
  }),
  async run(context, { params }) {
    const found =
      await sql<RedecisionRow>`select ${REDECISIONS} from ${REDECISIONS_FROM} where x.id = ${params.id}`.execute(
        context.db,
      );
    const row = found.rows[0];
    if (!row) throw notFound("这次追溯裁定");
    const split = async (key: string, label: (code: string) => string) => {
      const parts = await sql<z.output<typeof Sums> & { key: string }>`
        select ${sql.raw(key)} as key, ${SUMS} from redecision_row r where r.redecision_id = ${params.id} group by 1 order by 1`.execute(
        context.db,
      );
      return parts.rows.map((part) => ({ ...part, label: label(part.key) }));
    };
    const open = await sql<{ n: number }>`
      select count(*)::int as n from redecision_row where redecision_id = ${params.id} and state in ('listed', 'waiting') and step <> 'none'`.execute(
      context.db,
    );
    const policies = context.services.policies.every();
    return {
      ...viewRedecision(row, context.actor),
      sums: await sumsOf(context.db, params.id),
      byBenefit: await split("r.benefit", (code) => benefitName(policies, code)),
      byTown: await split("r.town", regionName),
      byMonth: await split("to_char(r.applied_on, 'YYYY-MM')", (month) => month),
      open: open.rows[0]?.n ?? 0,
    };
  },
});

import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, Id, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { benefitName } from "./claim-rows.ts";

const Line = z.strictObject({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  benefitName: z.string(),
  kind: z.enum(["public", "own", "appeal"]),
  text: z.string(),
  raisedAt: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  answered: z.boolean(),
  mayAnswer: z.boolean().describe("您没有参与审核，可以答复"),
});

interface Row {
  id: string;
  claim_id: string;
  number: string;
  benefit: string;
  kind: "public" | "own" | "appeal";
  text: string;
  raised_at: Date;
  due_on: string;
  answered: boolean;
  may_answer: boolean;
}

/** `GET /api/v1/objections`: objections and appeals of the region, what is due first at the top. */
export const listObjections = operation({
  method: "GET",
  path: "/api/v1/objections",
  summary: "异议与申诉",
  permission: { roles: ["reviewer", "auditor"] },
  query: PageQuery.extend({ open: z.enum(["true", "false"]).default("true") }),
  output: pageOf(Line),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      select o.id, o.claim_id, c.number, c.benefit, o.kind, o.text, o.raised_at, o.due_on, o.answered_at is not null as answered,
        not exists (select from claim_review r where r.claim_id = c.id and r.officer_id = ${context.actor.accountId}) as may_answer
      from objection o join claim c on c.id = o.claim_id
      where starts_with(c.town, ${context.actor.region}) and (o.answered_at is null) = ${query.open === "true"}
        and ${after === null ? sql`true` : sql`(o.due_on, o.id) > (${after[0]}::date, ${after[1]}::uuid)`}
      order by o.due_on, o.id limit ${query.limit + 1}`.execute(context.db);
    const page = toPage(found.rows, query.limit, (row) => [row.due_on, row.id]);
    return {
      rows: page.rows.map((row) => ({
        id: row.id,
        claimId: row.claim_id,
        claimNumber: row.number,
        benefitName: benefitName(row.benefit),
        kind: row.kind,
        text: row.text,
        raisedAt: row.raised_at.toISOString(),
        dueOn: row.due_on,
        overdue: !row.answered && row.due_on < context.today,
        answered: row.answered,
        mayAnswer: row.may_answer,
      })),
      nextCursor: page.nextCursor,
    };
  },
});

import { benefitName } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Instant } from "../../kernel/shapes.ts";

/**
 * `GET /api/v1/publicity/objections/:id`: state and answer of a public objection, for whoever holds its receipt. The receipt's
 * number can't be guessed and is given once; nothing about the person of the claim is shown.
 */
export const objectionReceipt = operation({
  method: "GET",
  path: "/api/v1/publicity/objections/:id",
  summary: "凭回执编号查公示异议的答复",
  permission: { public: true },
  perMinute: 30,
  params: ById,
  output: z.strictObject({
    claimNumber: z.string(),
    benefitName: z.string(),
    raisedAt: Instant,
    dueOn: CivilDate.describe("最迟答复的日期"),
    answer: z.string().nullable(),
    upheld: z.boolean().nullable(),
    answeredAt: Instant.nullable(),
  }),
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("objection as o")
      .innerJoin("claim as c", "c.id", "o.claim_id")
      .select(["c.number", "c.benefit", "o.raised_at", "o.due_on", "o.answer", "o.upheld", "o.answered_at"])
      .where("o.id", "=", params.id)
      .where("o.kind", "=", "public")
      .executeTakeFirst();
    if (!row) throw notFound("这个回执编号的异议");
    return {
      claimNumber: row.number,
      benefitName: benefitName(context.services.policies.every(), row.benefit),
      raisedAt: row.raised_at.toISOString(),
      dueOn: row.due_on,
      answer: row.answer,
      upheld: row.upheld,
      answeredAt: row.answered_at?.toISOString() ?? null,
    };
  },
});

import { periodTitle, ReturnForm } from "@jinengtong/returns";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { READING } from "./return-rows.ts";
import { formOf, returnOwner } from "./return-record.ts";
import { Fault, Numbers } from "./return-view.ts";

/** `GET /api/v1/period-returns/:id/versions/:version`: a version as it was sent, under the form of its time. */
export const showReturnVersion = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id/versions/:version",
  summary: "报送过的一版",
  permission: { roles: READING, over: returnOwner },
  scope: "returns:read",
  params: z.object({ id: Id, version: z.coerce.number().int().min(1).max(10_000) }),
  output: z.strictObject({
    form: ReturnForm,
    periodTitle: z.string(),
    version: z.number().int(),
    figures: z.record(z.string(), z.union([z.string(), z.number()])),
    reckoned: Numbers,
    warnings: z.array(Fault),
    note: z.string().nullable(),
    rowCount: z.number().int(),
    late: z.boolean(),
    submittedAt: Instant,
  }),
  async run(context, { params }) {
    const found = await sql<{
      digest: Buffer;
      period: string;
      figures: Record<string, string | number>;
      reckoned: Record<string, number>;
      warnings: z.output<typeof Fault>[];
      note: string | null;
      rowCount: number;
      late: boolean;
      submittedAt: Date;
    }>`
      select v.form_digest as digest, r.period, v.figures, v.reckoned, v.warnings, v.note, v.row_count as "rowCount", v.late,
        v.submitted_at as "submittedAt"
      from period_return_version v join period_return r on r.id = v.return_id
      where v.return_id = ${params.id} and v.version = ${params.version}`.execute(context.db);
    const [row] = found.rows;
    if (!row) throw notFound("这一版");
    const { digest, period, submittedAt, ...rest } = row;
    return {
      ...rest,
      form: await formOf(context, digest),
      periodTitle: periodTitle(period),
      version: params.version,
      submittedAt: submittedAt.toISOString(),
    };
  },
});

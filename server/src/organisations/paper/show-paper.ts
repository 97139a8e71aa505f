import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { PaperKind } from "./paper-kinds.ts";

/** `GET /api/v1/papers/:id`: a paper, for the organisation that uploaded it. Officers read it with the case it belongs to. */
export const showPaper = operation({
  method: "GET",
  path: "/api/v1/papers/:id",
  summary: "查看单位材料",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const own = await context.db
      .selectFrom("stored_file")
      .select("id")
      .where("id", "=", params.id)
      .where("organisation_id", "=", context.actor.organisationId)
      .where("purpose", "in", [...PaperKind.options])
      .executeTakeFirst();
    if (!own) throw notFound("这份材料");
    return scanReply(context, own.id);
  },
});

import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { groupOwner } from "./group-rows.ts";

/** `GET /api/v1/person-groups/:id/evidence`: the photo or PDF of a declaration. */
export const showEvidence = operation({
  method: "GET",
  path: "/api/v1/person-groups/:id/evidence",
  summary: "查看人群类别证明材料",
  permission: { roles: ["learner", "reviewer", "department", "auditor"], over: groupOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const group = await context.db
      .selectFrom("person_group")
      .select("evidence_file_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!group?.evidence_file_id) throw notFound("证明材料");
    return scanReply(context, group.evidence_file_id);
  },
});

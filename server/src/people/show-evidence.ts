import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, fileOutput } from "../kernel/shapes.ts";
import { groupOwner } from "./group-rows.ts";

/** `GET /api/v1/person-groups/:id/evidence`: the photo or PDF behind a declaration. */
export const showEvidence = operation({
  method: "GET",
  path: "/api/v1/person-groups/:id/evidence",
  summary: "查看人群类别证明材料",
  permission: { roles: ["learner", "reviewer", "department", "auditor"], over: groupOwner },
  params: ById,
  output: fileOutput,
  async run({ db, services }, { params }) {
    const file = await db
      .selectFrom("person_group")
      .innerJoin("stored_file", "stored_file.id", "person_group.evidence_file_id")
      .select(["sha256", "media_type"])
      .where("person_group.id", "=", params.id)
      .executeTakeFirst();
    if (!file) throw notFound("证明材料");
    return new FileReply({
      mediaType: file.media_type,
      content: await services.files.open(file.sha256),
      headers: { "cache-control": "private, no-store", "content-security-policy": "sandbox" },
    });
  },
});

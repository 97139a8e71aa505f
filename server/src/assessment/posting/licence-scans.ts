import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput } from "../../kernel/shapes.ts";
import { licenceOwner } from "./posting-owners.ts";

/** The card comes from the enterprise; the picture of the national query from the officer who asked it. */
export const addLicenceScan = operation({
  method: "POST",
  path: "/api/v1/work-licences/:id/scan",
  summary: "上传证件照片或联网查询截图",
  permission: { roles: ["enterprise", "reviewer"], over: licenceOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("work_licence")
      .select(["state", "person_id"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.state !== "entered") throw conflict("work-licence-state", "证件已有核验结论，不能再换材料。");
    const fileId = await keepScan(context, { purpose: "work-licence", personId: row.person_id });
    await context.db
      .updateTable("work_licence")
      .set(context.actor.role === "enterprise" ? { evidence_file_id: fileId } : { query_file_id: fileId })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "work-licence", id: params.id, detail: { fileId } });
    return { id: params.id };
  },
});

/** The scan of the card, or the picture of the query. */
export const licenceScan = operation({
  method: "GET",
  path: "/api/v1/work-licences/:id/scan",
  summary: "查看证件照片或联网查询截图",
  permission: { roles: ["enterprise", "learner", "reviewer", "auditor"], over: licenceOwner },
  params: ById,
  query: z.object({ of: z.enum(["card", "query"]).default("card") }),
  output: fileOutput,
  async run(context, { params, query }) {
    const row = await context.db
      .selectFrom("work_licence")
      .select(["evidence_file_id", "query_file_id"])
      .where("id", "=", params.id)
      .executeTakeFirst();
    const fileId = query.of === "card" ? row?.evidence_file_id : row?.query_file_id;
    if (!fileId) throw notFound("证件影像");
    return scanReply(context, fileId);
  },
});

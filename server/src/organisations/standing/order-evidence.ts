import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput, Id } from "../../kernel/shapes.ts";
import { ORDER_READERS } from "./list-orders.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/** `POST /api/v1/organisations/:id/evidence`: uploads a paper for an order on this organisation. */
export const uploadOrderEvidence = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/evidence",
  summary: "上传处理一家单位的依据材料",
  permission: { roles: ["reviewer"], over: organisationOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const id = await keepScan(context, { purpose: "organisation-order", organisationId: params.id });
    context.audit({ kind: "stored-file", id, organisationId: params.id });
    return { id };
  },
});

/** `GET /api/v1/organisations/:id/evidence/:fileId`: a paper of an order. */
export const showOrderEvidence = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/evidence/:fileId",
  summary: "查看处理一家单位的依据材料",
  permission: { roles: ORDER_READERS, over: organisationOwner },
  params: z.object({ id: Id, fileId: Id }),
  output: fileOutput,
  async run(context, { params }) {
    const found = await sql`
      select from organisation_order where organisation_id = ${params.id} and ${params.fileId}::uuid = any(evidence_file_ids)`.execute(
      context.db,
    );
    if (found.rows.length === 0) throw notFound("这份材料");
    return scanReply(context, params.fileId);
  },
});

import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { Done } from "../../kernel/shapes.ts";
import { PaperKind } from "./paper-kinds.ts";

/** `POST /api/v1/papers`: uploads a scan of an organisation's paper, which an application or a claim then names. */
export const uploadPaper = operation({
  method: "POST",
  path: "/api/v1/papers",
  summary: "上传单位材料",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  query: z.object({ kind: PaperKind.default("other").describe("材料种类") }),
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { query }) {
    const id = await keepScan(context, { purpose: query.kind, organisationId: context.actor.organisationId });
    context.audit({ kind: "stored-file", id, detail: { paper: query.kind } });
    return { id };
  },
});

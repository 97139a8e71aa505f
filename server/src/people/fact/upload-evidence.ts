import { operation } from "../../kernel/operation.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { Done } from "../../kernel/shapes.ts";

/** `POST /api/v1/me/evidence`: uploads a photo or PDF that a declaration then names. */
export const uploadEvidence = operation({
  method: "POST",
  path: "/api/v1/me/evidence",
  summary: "上传证明材料",
  permission: { roles: ["learner"] },
  behalf: ["group"],
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context) {
    const id = await keepScan(context, { purpose: "group-evidence", personId: context.actor.personId });
    context.audit({ kind: "stored-file", id });
    return { id };
  },
});

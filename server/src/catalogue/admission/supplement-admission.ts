import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Id } from "../../kernel/shapes.ts";
import { requireOwnPapers } from "../../organisations/index.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import { APPLICANTS } from "./admission-view.ts";
import { MOST_PAPERS } from "./draft-admission.ts";
import { lockAdmission } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";

/** `POST /api/v1/admissions/:id/papers`: adds papers that were missing at submission (容缺补交). None can be removed. */
export const supplementAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/papers",
  summary: "为准入申请补交材料",
  permission: { roles: APPLICANTS, over: admissionOwner },
  params: ById,
  body: z.strictObject({ evidenceFileIds: z.array(Id).min(1).max(MOST_PAPERS) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockAdmission(context, params.id);
    if (!["draft", "returned", "submitted", "inspecting"].includes(row.state)) {
      const { label } = admissionStates.states[row.state as AdmissionState];
      throw conflict("admission-not-editable", `准入申请当前为“${label}”，不能再补交材料。`, { state: row.state });
    }
    await requireOwnPapers(context, body.evidenceFileIds);
    const papers = [...new Set([...row.evidence_file_ids, ...body.evidenceFileIds])];
    if (papers.length > MOST_PAPERS)
      throw conflict("too-many-files", `每份申请最多 ${MOST_PAPERS} 份材料，请合并后再传。`);
    await context.db.updateTable("admission").set({ evidence_file_ids: papers }).where("id", "=", params.id).execute();
    context.audit({ kind: "admission", id: params.id, detail: { papers: body.evidenceFileIds } });
    return { id: params.id };
  },
});

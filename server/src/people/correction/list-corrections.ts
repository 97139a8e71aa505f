import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, fileOutput, pageOf } from "../../kernel/shapes.ts";
import {
  CORRECTION_ORDER,
  CorrectionFilter,
  correctionOwner,
  correctionPage,
  CorrectionTask,
} from "./correction-rows.ts";

/** `GET /api/v1/fact-corrections`: work list of correction requests, longest wait first; undecided ones by default. */
export const listCorrections = operation({
  method: "GET",
  path: "/api/v1/fact-corrections",
  summary: "信息更正申请工作列表",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: CORRECTION_ORDER.query.extend(CorrectionFilter.shape),
  output: pageOf(CorrectionTask),
  run: (context, { query }) => correctionPage(context, query, query),
});

export const exportCorrections = exportOf(listCorrections, {
  title: "信息更正申请",
  columns: [
    { header: "姓名", value: (row) => row.person.name },
    { header: "身份号码", width: 22, value: (row) => row.person.citizenIdMasked },
    { header: "更正事项", width: 20, value: (row) => row.label },
    { header: "申请内容", width: 50, value: (row) => row.wish },
    { header: "申请时间（UTC）", width: 24, value: (row) => row.askedAt },
    { header: "等待天数", kind: "number", value: (row) => row.waitingDays },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "答复", width: 40, value: (row) => row.answer },
  ],
});

/** `GET /api/v1/fact-corrections/:id/evidence`: the photo or PDF of a correction request. */
export const correctionEvidence = operation({
  method: "GET",
  path: "/api/v1/fact-corrections/:id/evidence",
  summary: "查看更正申请的证明材料",
  permission: { roles: ["learner", "reviewer", "department", "auditor"], over: correctionOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("fact_correction")
      .select("evidence_file_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row?.evidence_file_id) throw notFound("证明材料");
    return scanReply(context, row.evidence_file_id);
  },
});

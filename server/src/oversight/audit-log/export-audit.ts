import { handOutHead } from "../../kernel/hand-out-head.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { listAudit } from "./list-audit.ts";

/** The audit log as a workbook. */
export const exportAudit = exportOf(listAudit, {
  title: "审计日志",
  columns: [
    { header: "序号", kind: "number", value: (row) => row.id },
    { header: "时间（UTC）", width: 24, value: (row) => row.at },
    { header: "账号", width: 16, value: (row) => row.account },
    { header: "角色", value: (row) => row.roleLabel },
    { header: "操作", width: 48, value: (row) => row.operation },
    { header: "对象", width: 18, value: (row) => row.subjectKind },
    { header: "对象编号", width: 38, value: (row) => row.subjectId },
    { header: "说明", width: 40, value: (row) => JSON.stringify(row.detail) },
    { header: "链上序号", kind: "number", value: (row) => row.sealedAs },
  ],
  // Kept with the workbook it shows later whether the log's tail was cut.
  tail: async ({ services, now }) => {
    const head = await handOutHead(services);
    return head === null
      ? []
      : [
          {
            id: 0,
            at: now.toISOString(),
            accountId: null,
            account: null,
            role: null,
            roleLabel: "系统",
            operation: "审计链头",
            summary: "审计链头",
            subjectKind: null,
            subjectId: null,
            region: null,
            detail: head,
            requestId: null,
            sealedAs: null,
          },
        ];
  },
});

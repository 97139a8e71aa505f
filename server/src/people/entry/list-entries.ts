import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { ENTRY_ORDER, EntryFilter, entryPage, EntryTask } from "./entry-rows.ts";

/** `GET /api/v1/person-entries`: facts and groups entered singly, longest wait first; undecided ones by default. */
export const listEntries = operation({
  method: "GET",
  path: "/api/v1/person-entries",
  summary: "单个登记的确认",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: ENTRY_ORDER.query.extend(EntryFilter.shape),
  output: pageOf(EntryTask),
  run: (context, { query }) => entryPage(context, query, query),
});

export const exportEntries = exportOf(listEntries, {
  title: "单个登记",
  columns: [
    { header: "姓名", value: (row) => row.person.name },
    { header: "身份号码", width: 22, value: (row) => row.person.citizenIdMasked },
    { header: "登记", width: 22, value: (row) => row.label },
    { header: "登记人", value: (row) => row.enteredBy },
    { header: "登记时间（UTC）", width: 24, value: (row) => row.enteredAt },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "确认人", value: (row) => row.decidedBy },
    { header: "退回理由", width: 36, value: (row) => row.decisionReason },
  ],
});

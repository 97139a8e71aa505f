import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { JOIN_ORDER, JoinFilter, joinPage, JoinRow } from "./join-rows.ts";

/** `GET /api/v1/person-joins`: requests to join records or part them, and those carried out, longest wait first. */
export const listJoins = operation({
  method: "GET",
  path: "/api/v1/person-joins",
  summary: "并档记录",
  permission: { roles: ["reviewer", "auditor"] },
  query: JOIN_ORDER.query.extend(JoinFilter.shape),
  output: pageOf(JoinRow),
  run: (context, { query }) => joinPage(context, query, query),
});

export const exportJoins = exportOf(listJoins, {
  title: "并档记录",
  columns: [
    { header: "保留的档案", kind: "number", value: (row) => row.kept.number },
    { header: "并入的档案", kind: "number", value: (row) => row.joined.number },
    { header: "姓名", value: (row) => row.kept.name },
    { header: "办理", value: (row) => (row.undoes === null ? "并档" : "撤销并档") },
    { header: "依据", width: 40, value: (row) => row.reason },
    { header: "提出人", value: (row) => row.askedBy },
    { header: "提出时间（UTC）", width: 24, value: (row) => row.askedAt },
    { header: "状态", value: (row) => row.stateLabel },
  ],
});

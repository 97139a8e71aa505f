import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { organisationOwner } from "../../organisations/index.ts";
import { OfYear, showWorkload, type Workload } from "./workload-view.ts";

const hundredths = (value: number): string => (value / 100).toFixed(2);

/** Rows of 培训收入分配表: each sum in its line. */
const incomeRows = ({ totals, parameters, ...given }: Workload): { what: string; fen: number }[] => [
  { what: "培训补贴收入", fen: totals.subsidyFen },
  { what: "其他培训收入", fen: given.otherIncomeFen },
  { what: "收入合计", fen: totals.incomeFen },
  { what: `上缴（${parameters.publicSharePercent}%）`, fen: totals.shareFen },
  { what: "材料费", fen: given.materialFen },
  { what: "外聘教师", fen: given.trainersFen },
  { what: "绩效工资基数", fen: totals.baseFen },
];

/** `GET /api/v1/organisations/:id/workloads/:year/sheet`: 技能培训工作量折算表, 培训收入分配表 or the teachers' hours, as a workbook. */
export const workloadSheet = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/workloads/:year/sheet",
  summary: "下载院校培训工作量表",
  permission: { roles: ["institution", "reviewer", "department", "finance", "auditor"], over: organisationOwner },
  params: OfYear,
  query: z.object({ table: z.enum(["classes", "income", "teachers"]).default("classes") }),
  output: fileOutput,
  async run(context, { params, query }) {
    const data = await showWorkload(context, params.id, params.year);
    if (query.table === "income")
      return sheetReply(
        `培训收入分配表-${params.year}`,
        [
          { header: "项目", width: 26, value: (row) => row.what },
          { header: "金额（元）", kind: "yuan", width: 18, value: (row) => row.fen },
        ],
        incomeRows(data),
      );
    if (query.table === "teachers")
      return sheetReply(
        `教师培训工作量-${params.year}`,
        [
          { header: "教师", value: (row) => row.name },
          { header: "课次", kind: "number", value: (row) => row.sessions },
          { header: "课时", kind: "number", value: (row) => row.hours },
          { header: "折算工作量", value: (row) => hundredths(row.counted) },
        ],
        data.teachers,
      );
    const { totals } = data;
    const whole = { number: "合计", name: "", correction: false, percent: 100, classHours: 0, endsOn: "", ...totals };
    return sheetReply(
      `技能培训工作量折算表-${params.year}`,
      [
        { header: "班级编号", width: 20, value: (row) => row.number },
        { header: "班级", width: 34, value: (row) => `${row.name}${row.correction ? "（对以前年度的更正）" : ""}` },
        { header: "结束日期", value: (row) => row.endsOn },
        { header: "份额（%）", kind: "number", value: (row) => row.percent },
        { header: "人数", kind: "number", value: (row) => row.heads },
        { header: "课时", kind: "number", value: (row) => row.classHours },
        { header: "学时人次", value: (row) => hundredths(row.learnerHours) },
        { header: "折合学生数", value: (row) => (row.equivalents / 1000).toFixed(3) },
        { header: "教师工作量", value: (row) => hundredths(row.trainerHours) },
        { header: "收入（元）", kind: "yuan", value: (row) => row.incomeFen },
      ],
      [...data.lines, whole],
    );
  },
});

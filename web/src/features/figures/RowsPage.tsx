import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatNumber, formatPeriod } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { pageOf } from "../../lists/pages.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";
import type { Output } from "../../api/client.ts";
import { FilterChips } from "./FilterChips.tsx";
import { hasSource, type Measure, type Table } from "./measures.ts";
import { useQuestion } from "./use-question.ts";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["statistics"]["rows"]>["rows"][number];

const day = (value: string | null) => <span className="num">{value ?? "—"}</span>;

const trainingColumns: DataColumn<Row>[] = [
  { key: "started", title: "开班", render: (row) => day(row.startedOn) },
  { key: "completed", title: "结业", optional: true, render: (row) => day(row.completedOn) },
  { key: "certified", title: "发证", render: (row) => day(row.certifiedOn) },
  {
    key: "hours",
    title: "计入课时",
    align: "right",
    render: (row) => <span className="num">{row.hours === null ? "—" : formatNumber(row.hours)}</span>,
  },
];

const numberColumns: DataColumn<Row>[] = [
  { key: "number", title: "申请编号", render: (row) => <span className="num">{row.number}</span> },
  { key: "applied", title: "申请", optional: true, render: (row) => day(row.appliedOn) },
];
const approvedColumn: DataColumn<Row> = {
  key: "approved",
  title: "核定金额",
  align: "right",
  render: (row) => (row.approvedFen === null ? "—" : <Money fen={row.approvedFen} exact />),
};
const paidColumn: DataColumn<Row> = {
  key: "paid",
  title: "支付金额",
  align: "right",
  render: (row) => (row.paidFen === null ? "—" : <Money fen={row.paidFen} exact />),
};
const postedColumn: DataColumn<Row> = { key: "postedOn", title: "记账", render: (row) => day(row.postedOn) };

/** Claims; of money, the ledger's entries with the amount of the figure. */
const claimColumns = (measure: Measure): DataColumn<Row>[] => {
  if (measure === "approved") return [...numberColumns, postedColumn, approvedColumn];
  if (measure === "paid") return [...numberColumns, postedColumn, paidColumn];
  return [
    ...numberColumns,
    { key: "paidOn", title: "到账", render: (row) => day(row.paidOn) },
    approvedColumn,
    paidColumn,
  ];
};

/** Rows behind a figure; persons stay masked. */
export default function RowsPage(): ReactElement {
  const [question, change] = useQuestion();
  const base = usePortalBase();
  const { measure, filter } = question;
  const query = { measure, ...filter };
  const list = useApiPages(api.statistics.rows, { query: { ...query, limit: 50 } }, pageOf);
  const table = useApi(api.statistics.ask, { query });
  const role = useSession().data?.account?.role;
  const traced = role === "auditor" || role === "finance" || role === "reviewer";
  const { from, to } = filter;
  return (
    <StaffPage
      title={table.data === undefined ? "统计明细" : `${table.data.label}明细`}
      intro={
        <span className="num">
          {from !== undefined || to !== undefined
            ? `${from === undefined ? `${to} 以前` : formatPeriod(from, to ?? null)}，`
            : ""}
          {table.data === undefined
            ? "姓名与证件号已遮挡"
            : `合计 ${formatNumber(table.data.total / table.data.scale)} ${table.data.unit}。姓名与证件号已遮挡`}
        </span>
      }
      actions={
        <Button variant="secondary" icon="left" to={`${base}/statistics?${new URLSearchParams(query).toString()}`}>
          回到统计图
        </Button>
      }
    >
      <FilterChips question={question} onChange={change} />
      <DataTable
        id={hasSource(measure) ? "figure-claims" : "figure-trainings"}
        caption="统计明细"
        unit={measure === "paid" || measure === "approved" ? "笔" : hasSource(measure) ? "件" : "人次"}
        {...list}
        rowKey={(row) => row.entryId ?? row.claimId ?? row.enrolmentId ?? row.number}
        {...(traced
          ? {
              href: (row: Row) =>
                row.claimId === null ? `${base}/classes/${row.classId ?? ""}` : `${base}/claims/${row.claimId}`,
            }
          : {})}
        exportTo={{ path: "/api/v1/statistics/rows/export", query, name: "统计明细.xlsx" }}
        totals={table.data === undefined ? {} : totalOf(table.data)}
        empty={<Empty title="没有符合条件的记录">放宽条件再看看。</Empty>}
        columns={[
          { key: "person", title: "姓名", render: (row) => (row.person === "" ? "（单位申请）" : row.person) },
          {
            key: "id",
            title: "身份证号",
            optional: true,
            render: (row) => <span className="num">{row.citizenIdMasked}</span>,
          },
          { key: "town", title: "镇（街道）", render: (row) => row.town },
          { key: "group", title: "人群", render: (row) => row.group },
          { key: "occupation", title: "职业", render: (row) => row.occupation },
          { key: "level", title: "等级", optional: true, render: (row) => row.level },
          { key: "institution", title: "机构", render: (row) => row.institution },
          { key: "benefit", title: "补贴项目", render: (row) => row.benefit },
          { key: "class", title: "培训班", optional: true, render: (row) => row.class },
          { key: "state", title: "状态", optional: true, render: (row) => row.state },
          ...(hasSource(measure) ? claimColumns(measure) : trainingColumns),
        ]}
      />
    </StaffPage>
  );
}

/** The figure of these rows, under its column. */
function totalOf(table: Table): Record<string, ReactElement> {
  if (table.measure === "hours")
    return { hours: <span className="num">{formatNumber(table.total / table.scale)} 课时</span> };
  if (table.measure === "paid" || table.measure === "approved")
    return { [table.measure]: <Money fen={table.total} exact /> };
  return {};
}

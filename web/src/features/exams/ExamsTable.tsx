import { api, type Api } from "../../api/api.ts";
import type { ReactElement, ReactNode } from "react";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["exams"]["list"]>["rows"][number];

interface ExamsTableProps {
  href: (row: Row) => string;
  /** Only those of one class. */
  classId?: string;
  empty: ReactNode;
}

/** Exams with the progress of their results. */
export function ExamsTable({ href, classId, empty }: ExamsTableProps): ReactElement {
  const exams = useList(api.exams.list, {
    usual: "-heldOn",
    query: classId === undefined ? {} : { classId },
    exportAs: "考核列表.xlsx",
  });
  const columns: DataColumn<Row, SortName<Api["exams"]["list"]>>[] = [
    { key: "heldOn", sort: "heldOn", title: "考核日期", render: (row) => <span className="num">{row.heldOn}</span> },
    ...(classId === undefined
      ? [
          {
            key: "class",
            sort: "className" as const,
            title: "培训班",
            render: (row: Row) => (
              <span>
                <span className="font-medium">{row.className}</span>
                <span className="num ml-2 text-sm text-ink-3">{row.classNumber}</span>
              </span>
            ),
          },
        ]
      : []),
    { key: "kind", title: "性质", render: (row) => (row.kind === "completion" ? "结业考核" : "技能评价") },
    { key: "by", sort: "evaluatorName", title: "主考", render: (row) => row.evaluatorName ?? "培训机构" },
    { key: "pass", sort: "passScore", title: "合格线", align: "right", render: (row) => `${row.passScore} 分` },
    {
      key: "recorded",
      title: "已登记 / 应考",
      align: "right",
      render: (row) => (
        <span className="num">
          {row.recorded} / {row.learners}
        </span>
      ),
    },
    { key: "passed", title: "合格", align: "right", render: (row) => <span className="num">{row.passed}</span> },
    {
      key: "state",
      title: "进度",
      render: (row) =>
        row.recorded === 0 ? (
          <StatusMark kind="turn">待登记</StatusMark>
        ) : row.recorded < row.learners ? (
          row.classClosed ? (
            <StatusMark kind="ended">{`${row.learners - row.recorded} 人没有成绩`}</StatusMark>
          ) : (
            <StatusMark kind="doing">登记中</StatusMark>
          )
        ) : (
          <StatusMark kind="done">已登记</StatusMark>
        ),
    },
  ];
  return (
    <DataTable
      id="exams"
      caption="考核"
      unit="件"
      columns={columns}
      {...exams}
      rowKey={(row) => row.id}
      href={href}
      filters={<h2 className="font-semibold">考核</h2>}
      empty={<Empty title="还没有考核">{empty}</Empty>}
    />
  );
}

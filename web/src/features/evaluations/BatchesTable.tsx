import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement, ReactNode } from "react";
import { api } from "../../api/api.ts";
import { Empty } from "../../kit/Empty.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { projectLabel } from "../occupations/levels.ts";
import { ODD } from "./words.ts";

interface BatchesTableProps {
  id: string;
  office?: boolean;
  href: (id: string) => string;
  empty: ReactNode;
}

/** Batches with who is there, what is late and what looks odd. */
export function BatchesTable({ id, office = false, href, empty }: BatchesTableProps): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "today"]);
  const list = useList(api.evaluationBatches.list, { usual: "-examOn", filters, exportAs: "认定批次.xlsx" });
  const side = office ? "office" : undefined;
  return (
    <DataTable
      id={id}
      caption="认定批次"
      unit="批"
      {...list}
      rowKey={(row) => row.id}
      href={(row) => href(row.id)}
      filters={
        <>
          <WordsFilter label="编号、机构或职业" {...bind("q")} />
          <Filter label="状态" {...bind("state")} choices={stateChoices("evaluation-batch")} />
          <Filter label="考试日" all="全部日期" {...bind("today")} choices={[{ value: "true", label: "今天考试" }]} />
        </>
      }
      empty={<Empty title="没有认定批次">{empty}</Empty>}
      columns={[
        { key: "number", sort: "number", title: "批次", render: (row) => <span className="num">{row.number}</span> },
        ...(office
          ? [
              {
                key: "organisation",
                sort: "organisationName" as const,
                title: "评价机构",
                render: (row: { organisationName: string }) => row.organisationName,
              },
            ]
          : []),
        {
          key: "occupation",
          sort: "occupationName",
          title: "职业与等级",
          render: (row) => projectLabel(row.occupationName, row.level),
        },
        {
          key: "exam",
          sort: "examOn",
          title: "考试日期",
          render: (row) => <span className="num whitespace-nowrap">{row.examOn}</span>,
        },
        { key: "site", title: "场地", render: (row) => row.siteName },
        {
          key: "state",
          title: "状态",
          render: (row) =>
            row.stopped ? (
              <StatusMark kind="late">已叫停</StatusMark>
            ) : (
              <StatusMark kind={stateKind("evaluation-batch", row.state, side)}>
                {stateWord("evaluation-batch", row.state).label}
              </StatusMark>
            ),
        },
        {
          key: "people",
          title: "考生",
          align: "right",
          render: (row) => (
            <span className="num">
              {row.candidates}/{row.expected}
            </span>
          ),
        },
        {
          key: "staff",
          title: "到岗",
          align: "right",
          render: (row) => (
            <span className="num">
              {row.present}/{row.staff}
            </span>
          ),
        },
        {
          key: "passed",
          title: "合格",
          align: "right",
          render: (row) => <span className="num">{row.passed === null ? "—" : row.passed}</span>,
        },
        {
          key: "notes",
          title: "需要注意",
          render: (row) =>
            row.overdue.length + row.odd.length === 0 ? (
              "—"
            ) : (
              <span className="grid gap-1">
                {row.overdue.length > 0 && <StatusMark kind="late">{`超期：${row.overdue.join("、")}`}</StatusMark>}
                {row.odd.map((one) => (
                  <StatusMark key={one} kind="late">
                    {ODD[one] ?? one}
                  </StatusMark>
                ))}
              </span>
            ),
        },
      ]}
    />
  );
}

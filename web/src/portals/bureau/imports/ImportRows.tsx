import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { Link } from "../../../kit/Link.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import { type ImportedRow, rowWords, type ShownImport } from "./fact-import.ts";

const LIST = api.factImports.rows;
const KINDS = { add: "done", change: "turn", same: "ended", fault: "refused" } as const;

/** Every row of an import with its content, faults and remarks; those with faults can be looked at alone. */
export function ImportRows({ data }: { data: ShownImport }): ReactElement {
  const [filters, , bind] = useFilters(["outcome", "warned"]);
  const list = useList(LIST, {
    params: { id: data.id },
    usual: "rowNumber",
    filters,
    exportAs: "人员信息导入结果.xlsx",
  });
  return (
    <DataTable
      id="fact-import-rows"
      caption="每一行的结果"
      unit="行"
      columns={columnsOf(data)}
      {...list}
      rowKey={(row) => String(row.rowNumber)}
      filters={
        <>
          <Filter
            label="结果"
            className="w-44"
            {...bind("outcome")}
            choices={[
              { value: "add", label: "新登记" },
              { value: "change", label: "更正" },
              { value: "same", label: "已有，不变" },
              { value: "fault", label: "有错误" },
            ]}
          />
          <Filter
            label="提示"
            all="有无提示都看"
            className="w-40"
            {...bind("warned")}
            choices={[{ value: "true", label: "只看有提示的" }]}
          />
        </>
      }
      empty={<Empty title="没有这样的行">换一个条件再看。</Empty>}
    />
  );
}

const columnsOf = (data: ShownImport): DataColumn<ImportedRow, SortName<typeof LIST>>[] => [
  {
    key: "row",
    sort: "rowNumber",
    title: "行号",
    align: "right",
    render: (row) => <span className="num">{row.rowNumber}</span>,
  },
  {
    key: "who",
    title: "人员",
    render: (row) =>
      row.personId === null ? (
        <span className="num">{row.who === "" ? "–" : row.who}</span>
      ) : (
        <Link to={`/bureau/people/${row.personId}`}>{row.who}</Link>
      ),
  },
  { key: "value", title: "内容", render: (row) => <span className="num">{rowWords(data.subject, row.value)}</span> },
  {
    key: "outcome",
    sort: "outcome",
    title: "结果",
    render: (row) => <StatusMark kind={KINDS[row.outcome]}>{row.outcomeLabel}</StatusMark>,
  },
  {
    key: "findings",
    title: "说明",
    render: (row) => (
      <ul>
        {row.findings.map((finding) => (
          <li key={`${finding.column} ${finding.code}`}>
            {finding.column !== "" && <span className="font-medium">{finding.column} </span>}
            {finding.value !== "" && <span className="num">“{finding.value}” </span>}
            {finding.sentence}
          </li>
        ))}
      </ul>
    ),
  },
];

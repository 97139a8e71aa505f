import { regionName } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { levelLabel, projectLabel } from "../../features/occupations/levels.ts";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { lists, type List, type ListRow } from "./catalogue-lists.ts";
import type { DataColumn } from "../../lists/column.ts";

const num = (text: string | number) => <span className="num">{text}</span>;

const occupationColumns: DataColumn<ListRow>[] = [
  { key: "code", title: "职业编码", render: ({ data }) => ("occupation" in data ? num(data.occupation) : null) },
  {
    key: "name",
    title: "职业（工种）",
    render: ({ data }) => <span className="font-medium">{"occupationName" in data ? data.occupationName : ""}</span>,
  },
  { key: "level", title: "等级", render: ({ data }) => ("level" in data ? levelLabel(data.level) : null) },
  {
    key: "training",
    title: "培训补贴标准",
    align: "right",
    render: ({ data }) => ("trainingFen" in data ? <Money fen={data.trainingFen} /> : null),
  },
  {
    key: "assessment",
    title: "鉴定补贴标准",
    align: "right",
    render: ({ data }) => ("assessmentFen" in data ? <Money fen={data.assessmentFen} /> : null),
  },
  {
    key: "hours",
    title: "规定课时",
    align: "right",
    render: ({ data }) => ("requiredHours" in data ? num(`${data.requiredHours} 课时`) : null),
  },
];

const organisationColumns: DataColumn<ListRow>[] = [
  {
    key: "name",
    title: "机构",
    render: ({ data }) => <span className="font-medium">{"name" in data ? data.name : ""}</span>,
  },
  { key: "uscc", title: "统一社会信用代码", render: ({ data }) => ("uscc" in data ? num(data.uscc) : null) },
  {
    key: "town",
    title: "镇（街道）",
    render: ({ data }) => ("town" in data ? regionName(data.town) : null),
  },
  {
    key: "programmes",
    title: "准入项目",
    render: ({ data }) =>
      "programmes" in data
        ? data.programmes.map((each) => projectLabel(each.occupationName, each.level)).join("、")
        : null,
  },
];

const projectColumns: DataColumn<ListRow>[] = [
  { key: "code", title: "代码", render: ({ data }) => ("code" in data ? num(data.code) : null) },
  {
    key: "name",
    title: "项目",
    render: ({ data }) => <span className="font-medium">{"name" in data ? data.name : ""}</span>,
  },
  { key: "clause", title: "条款", render: ({ data }) => ("clause" in data ? data.clause : null) },
  {
    key: "open",
    title: "受理期",
    render: ({ data }) => ("openFrom" in data ? num(formatPeriod(data.openFrom, data.openTo)) : null),
  },
];

const columnsOf = (list: List): DataColumn<ListRow>[] =>
  list === "occupations"
    ? occupationColumns
    : list === "shortage"
      ? occupationColumns.slice(0, 2)
      : list === "projects"
        ? projectColumns
        : organisationColumns;

interface CatalogueRowsProps {
  list: List;
  rows: readonly ListRow[];
  onEdit?: (row: ListRow) => void;
}

/** Preview of the next version; rows of a written list can be edited. */
export function CatalogueRows({ list, rows, onEdit }: CatalogueRowsProps): ReactElement {
  const [words, setWords] = useState("");
  const shown = rows.filter((row) => words === "" || JSON.stringify(row.data).includes(words));
  return (
    <DataTable
      id={`catalogue-${list}`}
      caption={lists[list].title}
      unit={lists[list].unit}
      rows={shown}
      rowKey={(row) => row.key}
      total={shown.length}
      filters={
        <span className="w-60 max-sm:w-full">
          <SearchBox value={words} onSearch={setWords} label="名称或编码" />
        </span>
      }
      columns={[
        ...columnsOf(list),
        ...(onEdit === undefined
          ? []
          : [
              {
                key: "act",
                title: "办理",
                render: (row: ListRow) => (
                  <Button
                    variant="quiet"
                    label={`修改 ${"occupationName" in row.data ? row.data.occupationName : row.key}`}
                    onClick={() => onEdit(row)}
                  >
                    修改
                  </Button>
                ),
              },
            ]),
      ]}
    />
  );
}

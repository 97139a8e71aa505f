import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import type { Form } from "./form.ts";

const LIST = api.periodForms.reporters;
type Reporter = Output<Api["periodForms"]["reporters"]>["rows"][number];

interface ReportersProps {
  form: Form;
  place: { code: string; period: string };
}

/** All who owe a period: what each sent, its shares and warnings; who sent nothing. */
export function Reporters({ form, place }: ReportersProps): ReactElement {
  const [filters, , bind] = useFilters(["standing", "warning", "q"]);
  const list = useList(LIST, { params: place, usual: "name", filters, exportAs: `${form.title}.xlsx` });
  return (
    <DataTable
      id={`period-reporters-${form.code}`}
      caption="报送情况"
      unit="家"
      columns={columnsOf(form)}
      {...list}
      rowKey={(row) => row.id}
      href={(row) => (row.returnId === null ? `/bureau/organisations/${row.id}` : `/bureau/returns/${row.returnId}`)}
      filters={
        <>
          <WordsFilter label="单位名称中的字" {...bind("q")} />
          <Filter
            label="情况"
            {...bind("standing")}
            choices={[
              { value: "missing", label: "没有报送" },
              { value: "late", label: "逾期" },
              { value: "waiting", label: "待审核" },
              { value: "returned", label: "退回、重新打开" },
              { value: "accepted", label: "已接受" },
            ]}
          />
          {form.lists.length > 0 && (
            <Filter
              label="名单"
              all="不限提示"
              className="w-60"
              {...bind("warning")}
              choices={form.lists.map(({ code, title }) => ({ value: code, label: title }))}
            />
          )}
        </>
      }
      empty={<Empty title="没有符合条件的单位">换个条件再看。</Empty>}
    />
  );
}

const columnsOf = (form: Form): DataColumn<Reporter, SortName<typeof LIST>>[] => [
  { key: "name", sort: "name", title: "单位", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "town", sort: "town", title: "镇（街道）", render: (row) => row.townLabel },
  {
    key: "state",
    sort: "state",
    title: "状态",
    render: (row) => (
      <StatusMark
        kind={row.state === null ? (row.late ? "late" : "waiting") : stateKind("period-return", row.state, "office")}
      >
        {row.stateLabel}
      </StatusMark>
    ),
  },
  {
    key: "submittedAt",
    sort: "submittedAt",
    title: "提交",
    render: (row) => (
      <span className={row.late ? "num text-refuse" : "num"}>
        {row.submittedAt === null ? (row.late ? "逾期没有报" : "–") : formatInstant(row.submittedAt)}
        {row.submittedAt !== null && row.late && "（逾期）"}
      </span>
    ),
  },
  ...(form.hasRows
    ? [
        {
          key: "rows",
          title: "明细",
          align: "right" as const,
          render: (row: Reporter) => <span className="num">{row.rowCount.toLocaleString("zh-CN")}</span>,
        },
      ]
    : []),
  ...form.shares.map(({ code, title }) => ({
    key: code,
    title,
    align: "right" as const,
    render: (row: Reporter) => (
      <span className="num">
        {row.reckoned[code] === undefined ? "–" : `${(row.reckoned[code] / 100).toFixed(2)}%`}
      </span>
    ),
  })),
  {
    key: "warnings",
    title: "提示",
    render: (row) => <span className="text-sm text-turn">{row.warnings.join(" ")}</span>,
  },
];

import { stateChoices, stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import { type FactImport, importCounts } from "./fact-import.ts";
import { SendListDialog } from "./SendListDialog.tsx";

const LIST = api.factImports.list;

/** 名册导入: lists of facts and groups that this office imported, and those that wait for its second officer. */
export default function FactImportsPage(): ReactElement {
  const [filters, , bind] = useFilters(["state", "subject"]);
  const [sending, setSending] = useState(false);
  const list = useList(LIST, { usual: "-sentAt", filters, exportAs: "人员信息导入记录.xlsx" });
  const registers = useApi(api.registerKeepers.list, {}, { staleTime: 600_000 });
  const mine = registers.data?.registers.filter((register) => register.mine) ?? [];
  useHotkeys({ i: () => setSending(true) });
  return (
    <StaffPage
      title="名册导入"
      intro={
        registers.data !== undefined && mine.length === 0
          ? "本单位还没有管理的名册。由系统管理员在“名册职责”中设定。"
          : "上传本单位管理的名册，预检后提交，由本单位另一位工作人员确认；确认后，补贴判定以此为据。"
      }
      actions={
        <Button icon="upload" hotkey="i" disabled={mine.length === 0} onClick={() => setSending(true)}>
          导入名册
        </Button>
      }
    >
      <DataTable
        id="fact-imports"
        caption="名册导入记录"
        unit="次"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/imports/${row.id}`}
        filters={
          <>
            <Filter
              label="状态"
              className="w-44"
              {...bind("state")}
              choices={stateChoices("fact-import", [
                "checking",
                "ready",
                "submitted",
                "applying",
                "applied",
                "refused",
                "discarded",
              ])}
            />
            <Filter
              label="名册"
              className="w-52"
              {...bind("subject")}
              choices={mine.map(({ subject, label }) => ({ value: subject, label }))}
            />
          </>
        }
        empty={
          <Empty title="没有导入记录">
            失业登记、养老金、参保、低保、残疾、退役、学历等名册导入后，学员不必逐人登记，开班前就能看到谁能享受补贴。
          </Empty>
        }
      />
      {sending && <SendListDialog registers={mine} onClose={() => setSending(false)} />}
    </StaffPage>
  );
}

const columns: DataColumn<FactImport, SortName<typeof LIST>>[] = [
  { key: "number", sort: "number", title: "编号", render: (row) => <span className="num">第 {row.number} 号</span> },
  {
    key: "label",
    sort: "subject",
    title: "名册",
    render: (row) => (
      <span className="font-medium">
        {row.label}
        {row.undoes !== null && <span className="num ml-2 text-sm font-normal text-ink-2">撤销第 {row.undoes} 号</span>}
      </span>
    ),
  },
  { key: "source", title: "来源", render: (row) => row.source },
  {
    key: "total",
    sort: "total",
    title: "行数",
    align: "right",
    render: (row) => <span className="num">{row.total}</span>,
  },
  { key: "counts", title: "结果", render: (row) => importCounts(row) },
  {
    key: "state",
    title: "状态",
    render: (row) => <StatusMark kind={stateKind("fact-import", row.state, "office")}>{row.stateLabel}</StatusMark>,
  },
  {
    key: "sentAt",
    sort: "sentAt",
    title: "上传",
    render: (row) => (
      <span className="num">
        {row.sentBy} {formatInstant(row.sentAt)}
      </span>
    ),
  },
  {
    key: "confirmed",
    title: "确认",
    render: (row) => (
      <span className="num">
        {row.confirmedAt === null ? "–" : `${row.confirmedBy ?? ""} ${formatInstant(row.confirmedAt)}`}
      </span>
    ),
  },
];

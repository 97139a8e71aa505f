import { nounChoices } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { DateRange } from "../../lists/DateRange.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { IntegrityCheck } from "./IntegrityCheck.tsx";
import { detailWords, subjectWord } from "./operation-words.ts";

const methods = [
  { value: "POST", label: "办理" },
  { value: "PUT", label: "修改" },
  { value: "DELETE", label: "撤销" },
  { value: "GET", label: "导出与查看" },
] as const;

/** Audit log, newest first, with the proof that nothing was changed afterwards. */
export default function AuditLogPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["operation", "subjectKind", "subjectId", "from", "to"]);
  const list = useList(api.auditLog.list, { usual: "-id", filters, exportAs: "审计日志.xlsx" });
  return (
    <StaffPage title="审计日志" intro="谁、什么时候、办了什么。只有编号和代码，没有个人信息。">
      <IntegrityCheck />
      <DataTable
        id="audit-log"
        caption="审计日志"
        unit="条"
        {...list}
        rowKey={(row) => String(row.id)}
        empty={<Empty title="没有符合条件的记录">放宽日期或对象再看看。</Empty>}
        filters={
          <>
            <Filter label="操作" className="w-40" {...bind("operation")} choices={methods} />
            <Filter label="对象" {...bind("subjectKind")} choices={nounChoices} />
            <span className="w-60 max-sm:w-full">
              <SearchBox
                value={filters.subjectId}
                onSearch={(subjectId) => setFilters({ subjectId })}
                label="对象编号（完整）"
              />
            </span>
            <DateRange label="日期" from={bind("from")} to={bind("to")} />
          </>
        }
        columns={[
          {
            key: "at",
            sort: "id",
            title: "时间",
            render: (row) => <span className="num">{formatInstant(row.at)}</span>,
          },
          {
            key: "who",
            title: "谁",
            render: (row) => (
              <>
                {row.account ?? "平台"}{" "}
                {row.account !== null && <span className="text-sm whitespace-nowrap text-ink-3">{row.roleLabel}</span>}
              </>
            ),
          },
          {
            key: "operation",
            title: "操作",
            render: (row) => row.summary,
          },
          {
            key: "code",
            title: "接口",
            optional: true,
            render: (row) => <code className="font-mono text-xs">{row.operation}</code>,
          },
          {
            key: "kind",
            title: "对象",
            render: (row) => <span className="whitespace-nowrap">{subjectWord(row.subjectKind)}</span>,
          },
          {
            key: "subject",
            title: "对象编号",
            render: (row) => (
              <button
                type="button"
                title="只看这一个对象的记录"
                className="num min-h-6 text-left font-mono text-xs text-accent underline decoration-accent-line underline-offset-3"
                onClick={() => setFilters({ subjectId: row.subjectId ?? "" })}
              >
                {row.subjectId === null
                  ? "—"
                  : row.subjectId.length > 20
                    ? `…${row.subjectId.slice(-12)}`
                    : row.subjectId}
              </button>
            ),
          },
          {
            key: "detail",
            title: "说明",
            render: (row) => (
              <code className="font-sans text-sm wrap-anywhere text-ink-2">{detailWords(row.detail)}</code>
            ),
          },
          {
            key: "request",
            title: "请求编号",
            optional: true,
            render: (row) => <code className="font-mono text-xs">{row.requestId ?? "—"}</code>,
          },
          {
            key: "sealed",
            title: "链上序号",
            align: "right",
            render: (row) =>
              row.sealedAs === null ? (
                <span className="text-ink-3">稍后上链</span>
              ) : (
                <span className="num">{formatNumber(row.sealedAs)}</span>
              ),
          },
        ]}
      />
    </StaffPage>
  );
}

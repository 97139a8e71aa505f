import { api, type Api } from "../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import type { ReactElement, ReactNode } from "react";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatNumber } from "../../kit/format.ts";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { projectLabel } from "../occupations/levels.ts";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DateRange } from "../../lists/DateRange.tsx";
import { useDownload } from "../../lists/use-download.ts";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["certificates"]["list"]>["rows"][number];

/** Our own certificates are printed as such; for foreign ones a sheet of what is registered. */
const paperOf = (kind: Row["kind"]): string => (kind === "completion" ? "证书" : "查询单");

/** Certificates with their papers, filtered by kind, day and number. */
export function CertificatesTable({ classId, empty }: { classId?: string; empty: ReactNode }): ReactElement {
  const [filters, setFilters, bind] = useFilters(["kind", "from", "to", "serial"]);
  const { save } = useDownload();
  const list = useList(api.certificates.list, {
    usual: "-issuedOn",
    filters: { ...filters, classId: classId ?? "" },
    exportAs: "证书列表.xlsx",
  });
  const columns: DataColumn<Row, SortName<Api["certificates"]["list"]>>[] = [
    {
      key: "serial",
      sort: "serial",
      title: "证书编号",
      render: (row) => <span className="num font-medium">{row.serial}</span>,
    },
    { key: "holder", sort: "holderName", title: "姓名", render: (row) => row.holderName },
    { key: "id", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
    { key: "kind", title: "种类", render: (row) => certificateKinds.label(row.kind) },
    { key: "project", title: "职业与等级", render: (row) => projectLabel(row.occupationName, row.level) },
    {
      key: "hours",
      title: "课时",
      align: "right",
      optional: true,
      render: (row) => (row.hours === null ? "–" : formatNumber(row.hours)),
    },
    { key: "issuer", title: "发证机构", optional: true, render: (row) => row.issuerName },
    { key: "on", sort: "issuedOn", title: "发证日期", render: (row) => <span className="num">{row.issuedOn}</span> },
    {
      key: "state",
      title: "状态",
      render: (row) =>
        row.revokedOn === null ? (
          <StatusMark kind="done">有效</StatusMark>
        ) : (
          <span title={row.revokedBecause ?? ""}>
            <StatusMark kind="refused">{`${row.revokedOn} 撤销`}</StatusMark>
          </span>
        ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) => (
        <RowAct
          label={`下载 ${row.holderName} 的${paperOf(row.kind)}`}
          onClick={() => save(`/api/v1/certificates/${row.id}/pdf`, {}, `${row.serial}.pdf`)}
        >
          下载{paperOf(row.kind)}
        </RowAct>
      ),
    },
  ];
  return (
    <DataTable
      id="certificates"
      caption="证书"
      unit="本"
      columns={columns}
      {...list}
      rowKey={(row) => row.id}
      filters={
        <>
          <span className="w-56 max-sm:w-full">
            <SearchBox value={filters.serial} onSearch={(serial) => setFilters({ serial })} label="证书编号（完整）" />
          </span>
          <Filter
            label="种类"
            className="w-40"
            {...bind("kind")}
            choices={certificateKinds.options.map((one) => ({ value: one.code as string, label: one.label }))}
          />
          <DateRange label="发证日期" from={bind("from")} to={bind("to")} />
        </>
      }
      empty={<Empty title="没有证书">{empty}</Empty>}
    />
  );
}

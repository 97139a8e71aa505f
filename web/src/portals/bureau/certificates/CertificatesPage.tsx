import { api } from "../../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { SearchBox } from "../../../kit/SearchBox.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import type { Certificate } from "../../../features/certificates/certificate.ts";

const SOURCES: Record<Certificate["source"], string> = {
  platform: "平台发放",
  declared: "申报核验",
  "national-query": "全国联网查询",
};

/** Certificates of the region's people; a wrongly issued one is revoked here, which its verification shows. */
export default function CertificatesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["serial", "kind"]);
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  const session = useSession();
  const reviewer = session.data?.account?.role === "reviewer";
  const list = useList(api.certificates.list, { usual: "-issuedOn", filters, exportAs: "证书.xlsx" });
  return (
    <StaffPage title="证书库" intro="辖区人员的全部证书，撤销的保留记录。">
      <DataTable
        id="bureau-certificates"
        caption="证书"
        unit="本"
        {...list}
        rowKey={(row) => row.id}
        filters={
          <>
            <span className="w-64">
              <SearchBox
                label="完整证书编号"
                value={filters.serial}
                onSearch={(serial) => setFilters({ serial: serial.trim() })}
              />
            </span>
            <Filter
              label="种类"
              className="w-44"
              {...bind("kind")}
              choices={certificateKinds.codes.map((code) => ({ value: code, label: certificateKinds.label(code) }))}
            />
          </>
        }
        empty={<Empty title="没有这样的证书">证书编号要完整填写；学员申报的证书在“证书核验”。</Empty>}
        columns={[
          {
            key: "serial",
            sort: "serial",
            title: "证书编号",
            render: (row) => <span className="num font-mono text-sm">{row.serial}</span>,
          },
          {
            key: "holder",
            sort: "holderName",
            title: "持证人",
            render: (row) => (
              <Link to={`/bureau/people/${row.personId}`} className="underline underline-offset-3 hover:text-accent">
                {row.holderName}
              </Link>
            ),
          },
          { key: "kind", title: "种类", render: (row) => certificateKinds.label(row.kind) },
          { key: "project", title: "职业与等级", render: (row) => projectLabel(row.occupationName, row.level) },
          { key: "issuer", title: "发证机构", render: (row) => row.issuerName },
          {
            key: "on",
            sort: "issuedOn",
            title: "发证日期",
            render: (row) => <span className="num">{row.issuedOn}</span>,
          },
          { key: "source", title: "来源", optional: true, render: (row) => SOURCES[row.source] },
          {
            key: "state",
            title: "状态",
            render: (row) =>
              row.revokedOn === null ? (
                <StatusMark kind="done">有效</StatusMark>
              ) : (
                <StatusMark kind="refused">{`${row.revokedOn} 撤销`}</StatusMark>
              ),
          },
          ...(reviewer
            ? [
                {
                  key: "act",
                  title: "办理",
                  render: (row: Certificate) =>
                    row.revokedOn === null ? (
                      <Button variant="quiet" onClick={() => setRevoking(row)} label={`撤销证书 ${row.serial}`}>
                        撤销
                      </Button>
                    ) : (
                      row.revokedBecause
                    ),
                },
              ]
            : []),
        ]}
      />
      {revoking !== null && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
    </StaffPage>
  );
}

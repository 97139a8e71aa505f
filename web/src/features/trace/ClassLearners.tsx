import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatNumber } from "../../kit/format.ts";
import { pageOf } from "../../lists/pages.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { LearnerClaims } from "./LearnerClaims.tsx";

/** Everybody in the class: hours, certificate, claims, payments. */
export function ClassLearners({
  classId,
  base,
  total,
}: {
  classId: string;
  base: string;
  total: number;
}): ReactElement {
  const learners = useApiPages(api.trace.class, { params: { id: classId }, query: { limit: 100 } }, (data) =>
    pageOf(data.enrolments),
  );
  return (
    <DataTable
      id="class-learners"
      caption="学员、证书与资金"
      unit="人次"
      {...learners}
      rowKey={(row) => row.enrolmentId}
      filters={
        <h2 className="text-lg font-semibold">
          学员与资金 <span className="num text-sm font-normal text-ink-3">{total} 人次</span>
        </h2>
      }
      empty={<Empty title="还没有学员">花名册确认后，学员会列在这里。</Empty>}
      columns={[
        {
          key: "seat",
          title: "座号",
          align: "right",
          width: "3.5rem",
          render: (row) => <span className="num">{row.seat ?? "—"}</span>,
        },
        { key: "name", title: "姓名", render: (row) => <span className="font-medium">{row.person.name}</span> },
        {
          key: "id",
          title: "身份证号",
          optional: true,
          render: (row) => <span className="num">{row.person.citizenIdMasked}</span>,
        },
        {
          key: "state",
          title: "状态",
          render: (row) => <StatusMark kind={stateKind("enrolment", row.state)}>{row.stateLabel}</StatusMark>,
        },
        {
          key: "hours",
          title: "课时",
          align: "right",
          render: (row) =>
            row.hours === null ? (
              "—"
            ) : (
              <span className="num" title={`线下 ${row.hours.offlineHours}，线上 ${row.hours.onlineHours}`}>
                {formatNumber(row.hours.countedHours)} / {row.hours.required}
              </span>
            ),
        },
        {
          key: "certificates",
          title: "证书",
          render: (row) =>
            row.certificates.length === 0 ? (
              <span className="text-ink-3">—</span>
            ) : (
              <span className="num">{row.certificates.map((one) => one.serial).join("、")}</span>
            ),
        },
        { key: "claims", title: "申请 → 付款", render: (row) => <LearnerClaims claims={row.claims} base={base} /> },
      ]}
    />
  );
}

import type { ReactElement } from "react";
import { Empty } from "../../ui/Empty.tsx";
import { dateOf } from "../../ui/format.ts";
import { Money } from "../../ui/Money.tsx";
import { useFilters } from "../../ui/organisation/use-filters.ts";
import { Select } from "../../ui/Select.tsx";
import { DataTable } from "../../ui/staff/DataTable.tsx";
import { useList } from "../../ui/staff/use-list.ts";
import { StaffPage } from "../../ui/staff/StaffPage.tsx";
import { StatusMark, type StatusKind } from "../../ui/StatusMark.tsx";

const STATES: Readonly<Record<string, { kind: StatusKind; label: string }>> = {
  demanded: { kind: "doing", label: "追回中" },
  repaid: { kind: "done", label: "已追回" },
  cancelled: { kind: "ended", label: "已撤销" },
  "written-off": { kind: "ended", label: "已核销" },
};

/** Money demanded back, with how far it has come; finance confirms what returns. */
export default function ClawbacksPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const clawbacks = useList("GET /api/v1/clawbacks", { usual: "-demandedAt", filters, exportAs: "追回.xlsx" });
  return (
    <StaffPage title="追回" intro="在已到账的申请页发出追回通知；到账由财政人员确认。">
      <DataTable
        id="bureau-clawbacks"
        caption="追回通知"
        unit="件"
        {...clawbacks}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/claims/${row.claimId}`}
        filters={
          <Select
            className="w-40"
            aria-label="状态"
            {...bind("state")}
            placeholder="全部状态"
            choices={Object.entries(STATES).map(([value, { label }]) => ({ value, label }))}
          />
        }
        empty={<Empty title="没有追回通知">核查发现已付的补贴不实时，在申请页发出追回通知。</Empty>}
        columns={[
          {
            key: "claim",
            sort: "claimNumber",
            title: "补贴申请",
            render: (row) => <span className="num">{row.claimNumber}</span>,
          },
          { key: "payee", sort: "payeeName", title: "收款人", render: (row) => row.payeeName },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={row.overdue ? "late" : (STATES[row.state]?.kind ?? "waiting")}>
                {row.overdue ? "逾期未还" : (STATES[row.state]?.label ?? row.state)}
              </StatusMark>
            ),
          },
          { key: "reason", title: "原因", render: (row) => row.reason },
          {
            key: "demanded",
            sort: "demandedAt",
            title: "发出",
            render: (row) => <span className="num">{dateOf(row.demandedAt)}</span>,
          },
          { key: "due", sort: "dueOn", title: "限期", render: (row) => <span className="num">{row.dueOn}</span> },
          {
            key: "repaid",
            sort: "repaidOn",
            title: "到账",
            render: (row) => <span className="num">{row.repaidOn ?? "—"}</span>,
          },
          {
            key: "amount",
            sort: "amountFen",
            title: "金额",
            align: "right",
            render: (row) => <Money fen={row.amountFen} exact />,
          },
        ]}
      />
    </StaffPage>
  );
}

import { stateChoices } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { Select } from "../../kit/Select.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { ClawbackAct } from "./ClawbackAct.tsx";
import { type Clawback, clawbackAmount, clawbackColumns } from "../../features/fund/clawback-columns.tsx";

/** Clawbacks with the money recovered so far. */
export default function ClawbacksPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const [acting, setActing] = useState<{ act: "repayment" | "end"; clawback: Clawback } | null>(null);
  const clawbacks = useList(api.clawbacks.list, { usual: "-demandedAt", filters, exportAs: "追回.xlsx" });
  return (
    <StaffPage title="追回" intro="已付后发现不实的，由审核或财政发出追回通知；到账由另一位人员确认。">
      <DataTable
        id="clawbacks"
        caption="追回通知"
        unit="件"
        {...clawbacks}
        rowKey={(row) => row.id}
        filters={
          <Select
            className="w-40"
            aria-label="状态"
            {...bind("state")}
            placeholder="全部状态"
            choices={stateChoices("clawback")}
          />
        }
        empty={<Empty title="没有追回通知">在补贴申请页可以对已付的补贴发出追回通知。</Empty>}
        columns={[
          ...clawbackColumns,
          clawbackAmount,
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.state === "demanded" ? (
                <span className="flex gap-2">
                  <Button variant="secondary" onClick={() => setActing({ act: "repayment", clawback: row })}>
                    确认到账
                  </Button>
                  <Button variant="quiet" onClick={() => setActing({ act: "end", clawback: row })}>
                    撤销或核销
                  </Button>
                </span>
              ) : (
                (row.repaidOn ?? "—")
              ),
          },
        ]}
      />
      {acting !== null && <ClawbackAct act={acting.act} clawback={acting.clawback} onClose={() => setActing(null)} />}
    </StaffPage>
  );
}

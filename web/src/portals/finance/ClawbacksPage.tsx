import { stateChoices } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { ClawbackEnding } from "../../features/fund/ClawbackEnding.tsx";
import { RepaymentDialog } from "./RepaymentDialog.tsx";
import { clawbackAmount, clawbackColumns } from "../../features/fund/clawback-columns.tsx";
import type { Clawback } from "../../features/fund/clawback-ends.ts";
import { ClawbacksMany } from "../../features/fund/ClawbacksMany.tsx";
import { RepaymentsMany } from "./RepaymentsMany.tsx";
import { ProgrammeFilter } from "../../features/programmes/ProgrammeFilter.tsx";

/** Clawbacks with the money recovered so far. */
export default function ClawbacksPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "ending"]);
  const [acting, setActing] = useState<Clawback | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const clawbacks = useList(api.clawbacks.list, { usual: "-demandedAt", filters, exportAs: "追回.xlsx" });
  const picked = clawbacks.rows.filter(({ id }) => chosen.has(id));
  return (
    <StaffPage
      title="追回"
      intro="已付后发现不实的，由审核或财政发出追回通知；到账由另一位人员确认；撤销或核销由一人提出、另一人决定。"
    >
      <DataTable
        id="clawbacks"
        caption="追回通知"
        unit="件"
        {...clawbacks}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <>
            <RepaymentsMany rows={picked} onDone={setChosen} />
            <ClawbacksMany rows={picked} onDone={setChosen} />
          </>
        }
        filters={
          <>
            <WordsFilter label="申请编号或收款人" {...bind("q")} />
            <Filter label="状态" className="w-40" {...bind("state")} choices={stateChoices("clawback")} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter
              label="只看"
              all="不分情形"
              className="w-40"
              {...bind("ending")}
              choices={[{ value: "true", label: "等决定是否结束" }]}
            />
          </>
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
                <span className="flex flex-wrap gap-2">
                  <Button variant="secondary" onClick={() => setActing(row)}>
                    确认到账
                  </Button>
                  <ClawbackEnding clawback={row} />
                </span>
              ) : (
                (row.repaidOn ?? "—")
              ),
          },
        ]}
      />
      {acting !== null && <RepaymentDialog clawback={acting} onClose={() => setActing(null)} />}
    </StaffPage>
  );
}

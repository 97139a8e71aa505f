import { stateChoices } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Empty } from "../../../kit/Empty.tsx";
import { ClawbackEnding } from "../../../features/fund/ClawbackEnding.tsx";
import { ClawbacksMany } from "../../../features/fund/ClawbacksMany.tsx";
import { clawbackAmount, clawbackColumns } from "../../../features/fund/clawback-columns.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";

/** Money demanded back, with how far it has come; finance confirms what returns. */
export default function ClawbacksPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy"]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const clawbacks = useList(api.clawbacks.list, { usual: "-demandedAt", filters, exportAs: "追回.xlsx" });
  return (
    <StaffPage title="追回" intro="在已到账的申请页发出追回通知；到账由财政人员确认。">
      <DataTable
        id="bureau-clawbacks"
        caption="追回通知"
        unit="件"
        {...clawbacks}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/claims/${row.claimId}`}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={<ClawbacksMany rows={clawbacks.rows.filter(({ id }) => chosen.has(id))} onDone={setChosen} />}
        filters={
          <>
            <WordsFilter label="申请编号或收款人" {...bind("q")} />
            <Filter label="状态" className="w-40" {...bind("state")} choices={stateChoices("clawback")} />
            <ProgrammeFilter {...bind("policy")} />
          </>
        }
        empty={<Empty title="没有追回通知">核查发现已付的补贴不实时，在申请页发出追回通知。</Empty>}
        columns={[
          ...clawbackColumns,
          {
            key: "repaid",
            sort: "repaidOn",
            title: "到账",
            render: (row) => <span className="num">{row.repaidOn ?? "—"}</span>,
          },
          clawbackAmount,
          { key: "end", title: "结束", render: (row) => <ClawbackEnding clawback={row} /> },
        ]}
      />
    </StaffPage>
  );
}

import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName, townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { given, useFilters } from "../../../lists/use-filters.ts";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../../../features/programmes/use-programmes.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { claimColumns } from "./claim-columns.tsx";

/** Every claim of the region, wherever it stands. */
export default function ClaimsPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "benefit", "town"]);
  const benefits = useBenefits(filters.policy);
  const claims = useList(api.claims.list, { usual: "dueOn", filters, exportAs: "补贴申请.xlsx" });
  const counted = useApi(api.claims.list, { query: { ...given(filters), limit: 1 } });
  return (
    <StaffPage title="补贴申请" intro="查找任何一笔申请，看它走到哪一步、依据是什么。">
      <DataTable
        id="bureau-claims"
        caption="补贴申请"
        unit="笔"
        {...claims}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/claims/${row.id}`}
        total={counted.data?.total}
        filters={
          <>
            <WordsFilter label="申请编号或姓名" {...bind("q")} />
            <Filter label="状态" {...bind("state")} choices={stateChoices("claim")} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴" className="w-56" {...bind("benefit")} choices={benefits.choices} />
            <Filter label="镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        empty={<Empty title="没有符合条件的申请">核对编号，或放宽筛选条件。</Empty>}
        columns={[
          ...claimColumns,
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <span className="flex flex-wrap gap-x-3">
                <StatusMark kind={row.overdue ? "late" : stateKind("claim", row.state, "office")}>
                  {row.stateLabel}
                </StatusMark>
                {row.held && <StatusMark kind="refused">疑点暂缓</StatusMark>}
              </span>
            ),
          },
          { key: "town", title: "镇街", optional: true, render: (row) => regionName(row.town) },
          { key: "office", title: "下一步由谁", optional: true, render: (row) => row.office },
          {
            key: "applied",
            sort: "appliedOn",
            title: "申请日期",
            render: (row) => <span className="num">{row.appliedOn}</span>,
          },
          {
            key: "due",
            sort: "dueOn",
            title: "期限",
            render: (row) => (
              <span className="num">
                {row.dueOn ?? "—"}
                {row.overdue && <span className="ml-2 text-turn">{`超 ${lateDays(row.dueOn)} 个工作日`}</span>}
              </span>
            ),
          },
          {
            key: "amount",
            sort: "approvedFen",
            title: "金额",
            align: "right",
            render: (row) => <Money fen={row.paidFen ?? row.approvedFen ?? row.askedFen ?? 0} exact />,
          },
        ]}
      />
    </StaffPage>
  );
}

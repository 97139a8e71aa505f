import type { ReactElement } from "react";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Money } from "../../ui/Money.tsx";
import { pageOf } from "../../ui/organisation/pages.ts";
import { claimKind } from "../../ui/organisation/states.ts";
import { given, useFilters } from "../../ui/organisation/use-filters.ts";
import { usePolicy } from "../../ui/organisation/use-policy.ts";
import { SearchBox } from "../../ui/SearchBox.tsx";
import { Select } from "../../ui/Select.tsx";
import { DataTable } from "../../ui/staff/DataTable.tsx";
import { useSort } from "../../ui/staff/use-sort.ts";
import { StaffPage } from "../../ui/staff/StaffPage.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { lateDays } from "../queue/late-days.ts";
import { townChoices, townName } from "../towns.ts";
import { claimStateChoices } from "./claim-state-choices.ts";

/** Every claim of the region, wherever it stands. */
export default function ClaimsPage(): ReactElement {
  const [filters, setFilters] = useFilters(["q", "state", "benefit", "town"]);
  const policy = usePolicy();
  const sorting = useSort("GET /api/v1/claims", "dueOn");
  const claims = useApiPages("GET /api/v1/claims", { query: { ...given(filters), sort: sorting.sort } }, pageOf);
  const counted = useApi("GET /api/v1/claims", { query: { ...given(filters), limit: 1 } });
  return (
    <StaffPage title="补贴申请" intro="查找任何一笔申请，看它走到哪一步、依据是什么。">
      <DataTable
        id="bureau-claims"
        caption="补贴申请"
        unit="笔"
        rows={claims.rows}
        rowKey={(row) => row.id}
        sorting={sorting}
        href={(row) => `/bureau/claims/${row.id}`}
        {...(counted.data?.total === undefined ? {} : { total: counted.data.total })}
        filters={
          <>
            <span className="w-52">
              <SearchBox label="申请编号或姓名" value={filters.q} onSearch={(q) => setFilters({ q })} />
            </span>
            <Select
              className="w-36"
              aria-label="状态"
              value={filters.state}
              onChange={(state) => setFilters({ state })}
              placeholder="全部状态"
              choices={claimStateChoices}
            />
            <Select
              className="w-56"
              aria-label="补贴"
              value={filters.benefit}
              onChange={(benefit) => setFilters({ benefit })}
              placeholder="全部补贴"
              choices={policy.benefits.map((one) => ({ value: one.benefit, label: one.title }))}
            />
            <Select
              className="w-36"
              aria-label="镇街"
              value={filters.town}
              onChange={(town) => setFilters({ town })}
              placeholder="全部镇街"
              choices={townChoices}
            />
          </>
        }
        exportTo={{
          path: "/api/v1/claims/export",
          query: { ...given(filters), sort: sorting.sort },
          name: "补贴申请.xlsx",
        }}
        hasMore={claims.hasMore}
        onMore={claims.onMore}
        isLoadingMore={claims.isLoadingMore}
        isPending={claims.isPending}
        error={claims.error}
        onRetry={claims.onRetry}
        empty={<Empty title="没有符合条件的申请">核对编号，或放宽筛选条件。</Empty>}
        columns={[
          {
            key: "number",
            sort: "number",
            title: "申请编号",
            render: (row) => <span className="num font-medium">{row.number}</span>,
          },
          {
            key: "who",
            title: "申请人",
            render: (row) =>
              row.personName === null ? (
                (row.organisationName ?? "—")
              ) : (
                <span className="whitespace-nowrap">{row.personName}</span>
              ),
          },
          { key: "benefit", title: "补贴", render: (row) => row.benefitName },
          { key: "class", title: "培训班", render: (row) => row.className ?? "—" },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <span className="flex flex-wrap gap-x-3">
                <StatusMark kind={row.overdue ? "late" : claimKind(row.state)}>{row.stateLabel}</StatusMark>
                {row.held && <StatusMark kind="refused">疑点暂缓</StatusMark>}
              </span>
            ),
          },
          { key: "town", title: "镇街", optional: true, render: (row) => townName(row.town) },
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

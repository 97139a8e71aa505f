import { stateKind } from "@jinengtong/words";
import { regionName, townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { given, useFilters } from "../../lists/use-filters.ts";
import { ProgrammeFilter } from "../../features/programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../../features/programmes/use-programmes.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { ProgrammeLine } from "../../features/programmes/ProgrammeLine.tsx";

const states = [
  ["submitted", "待初审"],
  ["first-passed", "待复审"],
  ["approved", "待公示"],
  ["publicised", "公示中"],
  ["payable", "待拨付"],
  ["batched", "拨付中"],
  ["paid", "已到账"],
  ["refused", "不予补贴"],
  ["recovering", "追回中"],
] as const;

/** Claims, to read; a row opens its line of evidence. */
export default function ClaimsPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "benefit", "town"]);
  const list = useList(api.claims.list, { usual: "dueOn", filters, exportAs: "补贴申请.xlsx" });
  const total = useApi(api.claims.list, { query: { ...given(filters), limit: 1 } });
  const benefits = useBenefits(filters.policy);
  return (
    <StaffPage title="补贴申请" intro="只读。打开一件，看它带来的钱和依据的事实。">
      <DataTable
        id="audit-claims"
        caption="补贴申请"
        unit="件"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/audit/claims/${row.id}`}
        total={total.data?.total}
        empty={<Empty title="没有符合条件的申请">放宽筛选条件再看看。</Empty>}
        filters={
          <>
            <WordsFilter label="申请编号或姓名" {...bind("q")} />
            <Filter label="状态" {...bind("state")} choices={states.map(([value, label]) => ({ value, label }))} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴项目" all="全部补贴" className="w-44" {...bind("benefit")} choices={benefits.choices} />
            <Filter label="镇（街道）" all="全部镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        columns={[
          {
            key: "number",
            sort: "number",
            title: "申请编号",
            render: (row) => <span className="num font-medium">{row.number}</span>,
          },
          { key: "who", title: "申请人", render: (row) => row.personName ?? row.organisationName ?? "—" },
          {
            key: "benefit",
            title: "补贴",
            render: (row) => (
              <>
                {row.benefitName}
                <ProgrammeLine policyId={row.policyId} />
              </>
            ),
          },
          { key: "class", title: "培训班", optional: true, render: (row) => row.className ?? "—" },
          { key: "town", title: "镇（街道）", render: (row) => regionName(row.town) },
          {
            key: "applied",
            sort: "appliedOn",
            title: "申请日期",
            render: (row) => <span className="num">{row.appliedOn}</span>,
          },
          {
            key: "state",
            title: "状态",
            render: (row) => <StatusMark kind={stateKind("claim", row.state)}>{row.stateLabel}</StatusMark>,
          },
          {
            key: "amount",
            sort: "approvedFen",
            title: "核定金额",
            align: "right",
            render: (row) => (row.approvedFen === null ? "—" : <Money fen={row.approvedFen} exact />),
          },
          {
            key: "paid",
            title: "已付",
            align: "right",
            render: (row) => (row.paidFen === null ? "—" : <Money fen={row.paidFen} exact />),
          },
        ]}
      />
    </StaffPage>
  );
}

import { stateChoices, stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { given, useFilters } from "../../lists/use-filters.ts";
import { useSources } from "./use-sources.ts";
import { useBenefits } from "../programmes/use-programmes.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { DateRange } from "../../lists/DateRange.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";
import { BenefitName } from "../programmes/BenefitName.tsx";
import { ProgrammeFilter } from "../programmes/ProgrammeFilter.tsx";

/** All payments, with the sum of the shown ones; a row opens its trace. */
export default function PaymentsPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "sourceId", "policy", "benefit", "from", "to"]);
  const list = useList(api.payments.list, { usual: "-number", filters, exportAs: "付款.xlsx" });
  const sources = useSources();
  const totals = useApi(api.payments.list, { query: { ...given(filters), limit: 1 } });
  const benefits = useBenefits(filters.policy);
  const base = usePortalBase();
  return (
    <StaffPage title="付款" intro="打开一笔，从钱一直看到签到。">
      <DataTable
        id="payments"
        caption="付款"
        unit="笔"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `${base}/payments/${row.id}`}
        total={totals.data?.total}
        totals={totals.data?.totalFen === undefined ? {} : { amount: <Money fen={totals.data.totalFen} exact /> }}
        empty={<Empty title="没有符合条件的付款">放宽筛选条件再看看。</Empty>}
        filters={
          <>
            <WordsFilter label="付款、申请编号或收款人" {...bind("q")} />
            <Filter label="状态" {...bind("state")} choices={stateChoices("payment")} />
            <Filter label="资金来源" all="全部来源" className="w-44" {...bind("sourceId")} choices={sources.choices} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴项目" all="全部补贴" className="w-40" {...bind("benefit")} choices={benefits.choices} />
            <DateRange label="到账日期" from={bind("from")} to={bind("to")} />
          </>
        }
        columns={[
          {
            key: "number",
            sort: "number",
            title: "付款编号",
            render: (row) => <span className="num font-medium">{row.number}</span>,
          },
          { key: "payee", sort: "payeeName", title: "收款人", render: (row) => row.payeeName },
          { key: "benefit", title: "补贴", render: (row) => <BenefitName {...row} /> },
          { key: "claim", title: "补贴申请", render: (row) => <span className="num">{row.claimNumber}</span> },
          { key: "source", title: "资金来源", optional: true, render: (row) => row.sourceName },
          {
            key: "account",
            title: "收款账号",
            optional: true,
            render: (row) => <span className="num">{row.accountMasked}</span>,
          },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={stateWord("payment", row.state).kind}>
                {stateWord("payment", row.state).label}
              </StatusMark>
            ),
          },
          {
            key: "settled",
            sort: "settledOn",
            title: "到账或退回",
            render: (row) => <span className="num">{row.settledOn ?? "—"}</span>,
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

import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { given, useFilters } from "../../lists/use-filters.ts";
import { useSources } from "../../features/fund/use-sources.ts";
import { useBenefits } from "../../features/programmes/use-programmes.ts";
import { DateRange } from "../../lists/DateRange.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { LeftOut, type MadeBatch } from "./LeftOut.tsx";
import { BenefitName } from "../../features/programmes/BenefitName.tsx";
import { ProgrammeFilter } from "../../features/programmes/ProgrammeFilter.tsx";

const ONLY = {
  "no-account": { label: "未登记账户", query: { account: "missing" } },
  returned: { label: "银行退回过", query: { returned: "true" } },
} as const;

const exactly = (fen: number): string => formatYuan(fen, { fen: "always" });

/** Payable claims; selected ones, or all of a source, go into a batch. */
export default function PayablesPage(): ReactElement {
  const [filters, , bind] = useFilters([
    "sourceId",
    "policy",
    "benefit",
    "only",
    "q",
    "publicisedFrom",
    "publicisedTo",
    "organisationId",
    "classId",
  ]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<"chosen" | "all" | null>(null);
  const sources = useSources();
  const { sourceId: source, only: kind, ...narrowed } = filters;
  const only = { ...given(narrowed), ...ONLY[kind as keyof typeof ONLY]?.query };
  const query = { ...given({ sourceId: source }), ...only };
  const payables = useList(api.payables.list, { usual: "number", query, exportAs: "待拨付.xlsx" });
  const totals = useApi(api.payables.list, { query: { ...query, limit: 1 } });
  const benefits = useBenefits(filters.policy);
  const navigate = useNavigate();
  const tell = useToast();
  const make = useChange(api.batches.make, {
    refresh: [api.payables.list, api.batches.list, api.homes.finance],
    onSuccess(batch) {
      tell(`批次 ${batch.number} 已编制：${batch.count} 笔，共 ${formatYuan(batch.totalFen)} 元`);
      if (batch.leftOut.length === 0) void navigate(`/finance/batches/${batch.id}`);
      else {
        setAsking(null);
        setMade(batch);
      }
    },
  });
  const [made, setMade] = useState<MadeBatch | null>(null);
  const oneSource = filters.sourceId !== "" && filters.only !== "no-account";
  const narrow = Object.keys(only).length > 0;
  const rows = payables.rows.filter((row) => chosen.has(row.claimId));
  const sourceIds = new Set(rows.map((row) => row.sourceId));
  const sourceId = asking === "all" ? filters.sourceId : ([...sourceIds][0] ?? "");
  const count = asking === "all" ? (totals.data?.total ?? 0) : rows.length;
  const fen = asking === "all" ? (totals.data?.totalFen ?? 0) : rows.reduce((sum, row) => sum + row.amountFen, 0);

  return (
    <StaffPage
      title="待拨付"
      intro={
        totals.data === undefined ? undefined : (
          <span className="num">{`共 ${totals.data.total ?? 0} 笔，合计 ${exactly(totals.data.totalFen ?? 0)} 元`}</span>
        )
      }
      actions={
        <span className="flex flex-wrap items-center gap-3">
          {!oneSource && <span className="text-sm text-ink-2">选定一个资金来源，可以把列出的全部编批</span>}
          <Button
            icon="money"
            disabled={!oneSource || (totals.data?.total ?? 0) === 0}
            onClick={() => setAsking("all")}
          >
            {oneSource ? `全部编批 ${totals.data?.total ?? 0} 笔` : "全部编批"}
          </Button>
        </span>
      }
    >
      <DataTable
        id="payables"
        caption="待拨付的补贴申请"
        unit="笔"
        {...payables}
        rowKey={(row) => row.claimId}
        totals={totals.data === undefined ? {} : { amount: <Money fen={totals.data.totalFen ?? 0} exact /> }}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <>
            <span className="num text-ink-2">合计 {exactly(rows.reduce((sum, row) => sum + row.amountFen, 0))} 元</span>
            <Button disabled={sourceIds.size !== 1 || sourceIds.has(null)} onClick={() => setAsking("chosen")}>
              {sourceIds.size > 1 ? "所选来源不同，请分别编批" : `编入批次，${rows.length} 笔`}
            </Button>
          </>
        }
        filters={
          <>
            <WordsFilter label="申请、收款人、单位或班级" {...bind("q")} />
            <DateRange label="公示开始" from={bind("publicisedFrom")} to={bind("publicisedTo")} />
            <Filter label="资金来源" all="全部来源" className="w-64" {...bind("sourceId")} choices={sources.choices} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴项目" all="全部补贴" className="w-48" {...bind("benefit")} choices={benefits.choices} />
            <Filter
              label="只看"
              all="不分情形"
              className="w-40"
              {...bind("only")}
              choices={Object.entries(ONLY).map(([value, { label }]) => ({ value, label }))}
            />
          </>
        }
        total={totals.data?.total ?? 0}
        empty={<Empty title="没有待拨付的申请">公示期满且无异议的申请会出现在这里。</Empty>}
        columns={[
          {
            key: "number",
            sort: "number",
            title: "申请编号",
            render: (row) => <span className="num">{row.number}</span>,
          },
          { key: "benefit", title: "补贴", render: (row) => <BenefitName {...row} /> },
          { key: "payee", sort: "payeeName", title: "收款人", render: (row) => row.payeeName },
          {
            key: "account",
            title: "收款账号",
            render: (row) => (
              <>
                {row.accountMasked === null ? (
                  <span className="text-turn">未登记</span>
                ) : (
                  <span className="num">{row.accountMasked}</span>
                )}
                {row.stop !== null && <span className="block text-late">{row.stop}，暂不能编批</span>}
              </>
            ),
          },
          {
            key: "source",
            title: "资金来源",
            render: (row) => sources.nameOf(row.sourceId) ?? "—",
          },
          {
            key: "publicised",
            sort: "approvedOn",
            title: "公示开始",
            render: (row) => <span className="num">{row.approvedOn ?? "—"}</span>,
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
      {made !== null && <LeftOut batch={made} onClose={() => setMade(null)} />}
      <ConfirmSheet
        open={asking !== null}
        onClose={() => setAsking(null)}
        title="编制拨付批次"
        consequences={[
          `${count} 笔、共 ${formatYuan(fen)} 元编入一个新批次，这些申请不能再编入其他批次。`,
          "没有登记银行账户，或有异议、撤销、疑点待处理的，会留在待拨付并逐笔列出，不影响其他人。",
          "批次提交后须由另一位财政人员复核放款，钱才会离开专户。",
        ]}
        action={`编批 ${count} 笔，共 ${formatYuan(fen)} 元`}
        busy={make.isPending}
        error={make.error}
        onConfirm={() =>
          make.mutate({
            body: {
              sourceId,
              ...(asking === "chosen" ? { claimIds: rows.map((row) => row.claimId) } : {}),
              ...(asking === "all" && narrow ? { only } : {}),
            },
          })
        }
      />
    </StaffPage>
  );
}

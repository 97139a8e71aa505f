import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { DateInput } from "../DateInput.tsx";
import { Field } from "../Field.tsx";
import { Money } from "../Money.tsx";
import { Notice } from "../Notice.tsx";
import { useFilters } from "../organisation/use-filters.ts";
import { QueryView } from "../QueryView.tsx";
import { Select } from "../Select.tsx";
import { DataTable } from "../staff/DataTable.tsx";
import { ExportButton } from "../staff/ExportButton.tsx";
import { StaffPage } from "../staff/StaffPage.tsx";
import { StatementTable } from "./StatementTable.tsx";

/** Entries come 500 at a time; so many of them stand on the page until more are asked for. */
const STEP = 50;

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a source had, what moved, what it has: opening + debits − credits = closing, for any period. */
export default function StatementPage(): ReactElement {
  const [filters, setFilters] = useFilters(["source", "from", "to"]);
  const [shown, setShown] = useState(STEP);
  const sources = useApi("GET /api/v1/fund/sources", {});
  const source = filters.source === "" ? (sources.data?.rows[0]?.id ?? "") : filters.source;
  const period = {
    from: filters.from === "" ? `${today().slice(0, 4)}-01-01` : filters.from,
    to: filters.to === "" ? today() : filters.to,
  };
  const statement = useApi(
    "GET /api/v1/fund/sources/:id/statement",
    { params: { id: source }, query: period },
    { enabled: source !== "" },
  );
  const name = sources.data?.rows.find((each) => each.id === source)?.name ?? "";
  return (
    <StaffPage
      title="期间报表"
      intro={name}
      actions={
        source === "" ? undefined : (
          <>
            <ExportButton
              target={{ path: `/api/v1/fund/sources/${source}/statement/export`, query: period, name: "明细账.xlsx" }}
            />
            <a
              className="inline-flex min-h-(--touch) items-center px-3 text-accent underline underline-offset-4"
              href={`/api/v1/fund/sources/${source}/journal`}
            >
              hledger 日记账
            </a>
          </>
        )
      }
    >
      <div data-print="hide" className="flex flex-wrap items-end gap-4 rounded-md border border-line bg-sheet p-4">
        <Field label="资金来源" className="w-72">
          <Select
            value={source}
            onChange={(value) => setFilters({ source: value })}
            choices={(sources.data?.rows ?? []).map((each) => ({ value: each.id, label: each.name }))}
          />
        </Field>
        <Field label="从" group>
          <DateInput value={period.from} onChange={(from) => from !== "" && setFilters({ from })} />
        </Field>
        <Field label="到" group>
          <DateInput value={period.to} onChange={(to) => to !== "" && setFilters({ to })} />
        </Field>
      </div>
      {source === "" ? (
        <Notice tone="info">还没有资金来源。请先设立。</Notice>
      ) : (
        <QueryView query={statement}>
          {(data) => (
            <>
              <StatementTable accounts={data.accounts} />
              <DataTable
                id="entries"
                caption="分录"
                unit="笔"
                rows={data.entries.slice(0, shown)}
                total={data.entries.length}
                hasMore={shown < data.entries.length}
                onMore={() => setShown(shown + STEP)}
                rowKey={(row) => row.entryId}
                columns={[
                  { key: "on", title: "日期", render: (row) => <span className="num">{row.on}</span> },
                  { key: "book", title: "账簿", render: (row) => (row.book === "quota" ? "额度" : "资金") },
                  { key: "movement", title: "业务", render: (row) => row.movement },
                  { key: "note", title: "摘要", render: (row) => row.note },
                  {
                    key: "amount",
                    title: "金额",
                    align: "right",
                    render: (row) => <Money fen={row.amountFen} exact />,
                  },
                ]}
              />
              {data.more && <Notice tone="info">这里只列前 500 笔，全部分录请导出 Excel 或日记账。</Notice>}
            </>
          )}
        </QueryView>
      )}
    </StaffPage>
  );
}

import { REDECISION_ROW_STATES, REDECISION_STEPS, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Link } from "../../../kit/Link.tsx";
import { Money } from "../../../kit/Money.tsx";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { Redecision } from "./redecision.ts";
import { SignRedecisionDialog } from "./SignRedecisionDialog.tsx";
import { SumsTable } from "./SumsTable.tsx";
import { WithdrawRedecisionDialog } from "./WithdrawRedecisionDialog.tsx";

const OUTCOMES = { granted: "可享受", refused: "不能享受", incomplete: "还缺资料" } as const;
const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** One redecision: how far it is, its sums, the list of cases, and the two signatures. */
export default function RedecisionPage(): ReactElement {
  const { id = "" } = useParams();
  const [moving, setMoving] = useState(true);
  const query = useApi(api.redecisions.show, { params: { id } }, { refetchInterval: moving ? 2_000 : false });
  const state = query.data?.state;
  const isMoving = state === undefined || state === "deciding" || state === "carrying-out";
  if (isMoving !== moving) setMoving(isMoving);
  const [act, setAct] = useState<"sign" | "withdraw" | null>(null);
  return (
    <QueryView query={query} lines={10}>
      {(data) => (
        <StaffPage
          title={data.title}
          intro={
            <p className="num flex flex-wrap items-center gap-x-4">
              <Link to="/bureau/redecisions" className="text-accent underline underline-offset-3">
                追溯裁定
              </Link>
              <span>从 {data.from} 的申请起</span>
              <StatusMark kind={stateKind("redecision", data.state)}>{data.stateLabel}</StatusMark>
            </p>
          }
          actions={
            <>
              {["deciding", "listed", "signed"].includes(data.state) && (
                <Button variant="secondary" onClick={() => setAct("withdraw")}>
                  撤回
                </Button>
              )}
              {data.maySign && (
                <Button onClick={() => setAct("sign")}>
                  {data.state === "listed" ? "第一人签字" : "第二人签字，开始办理"}
                </Button>
              )}
            </>
          }
        >
          {data.state === "deciding" && (
            <Card title="正在逐笔裁定">
              <p className="num mb-2" aria-live="polite">
                {data.decided} / {data.total} 件
              </p>
              <ProgressBar value={data.decided} max={data.total} label="已裁定的申请" />
            </Card>
          )}
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <Card title="合计">
              <FactList columns={3} facts={factsOf(data)} />
            </Card>
            <SumsTable data={data} />
          </div>
          {data.state !== "deciding" && <Rows id={id} data={data} />}
          {act === "sign" && <SignRedecisionDialog data={data} onClose={() => setAct(null)} />}
          {act === "withdraw" && <WithdrawRedecisionDialog id={id} onClose={() => setAct(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}

const signed = (by: string | null, at: string | null): string =>
  by === null ? "—" : `${by}，${formatInstant(at ?? "")}`;

function factsOf(data: Redecision) {
  const { sums } = data;
  return [
    { label: "裁定", value: <span className="num">{sums.cases} 件</span> },
    { label: "有变化", value: <span className="num">{sums.changed} 件</span> },
    { label: "还缺资料（单列，不据此追回）", value: <span className="num">{sums.incomplete} 件</span> },
    { label: "应补发", value: <Money fen={sums.moreFen} exact /> },
    { label: "应追回、核减", value: <Money fen={sums.lessFen} exact /> },
    { label: "还没有办完", value: data.secondBy === null ? "—" : <span className="num">{data.open} 件</span> },
    { label: "第一人签字", value: signed(data.firstBy, data.firstAt) },
    { label: "第二人签字", value: signed(data.secondBy, data.secondAt) },
    { label: "提出", value: signed(data.askedBy, data.askedAt) },
    { label: "依据和理由", value: data.because, wide: true },
  ];
}

const keys = (parts: Redecision["byBenefit"]) => parts.map(({ key, label }) => ({ value: key, label }));

function Rows({ id, data }: { id: string; data: Redecision }): ReactElement {
  const [filters, , bind] = useFilters(["changed", "benefit", "town", "month", "outcome", "step", "state"]);
  const rows = useList(api.redecisions.rows, {
    params: { id },
    usual: "number",
    filters: {
      ...filters,
      changed: filters.changed === "all" ? "" : filters.changed === "" ? "true" : filters.changed,
    },
    exportAs: "追溯裁定清单.xlsx",
  });
  const select = (name: Parameters<typeof bind>[0], label: string, choices: { value: string; label: string }[]) => (
    <Select className="w-40" aria-label={label} placeholder={`全部${label}`} {...bind(name)} choices={choices} />
  );
  return (
    <DataTable
      id="redecision-rows"
      caption="重新裁定的申请"
      unit="件"
      {...rows}
      rowKey={(row) => row.claimId}
      href={(row) => `/bureau/claims/${row.claimId}`}
      filters={
        <>
          <Select
            className="w-36"
            aria-label="变化"
            {...bind("changed", "true")}
            choices={[
              { value: "true", label: "有变化的" },
              { value: "false", label: "没有变化的" },
              { value: "all", label: "全部" },
            ]}
          />
          {select("benefit", "补贴", keys(data.byBenefit))}
          {select("town", "镇街", keys(data.byTown))}
          {select("month", "月份", keys(data.byMonth))}
          {select("outcome", "新结论", choicesOf(OUTCOMES))}
          {select("step", "办理", choicesOf(REDECISION_STEPS))}
          {select("state", "情况", choicesOf(REDECISION_ROW_STATES))}
        </>
      }
      empty={
        data.sums.changed === 0 && data.state !== "deciding" ? (
          <Empty title="没有一笔会变">按更正后的政策，每一笔的结论和金额都与原来相同：不用签字办理，可以撤回。</Empty>
        ) : (
          <Empty title="没有这样的申请">放宽筛选条件再看看。</Empty>
        )
      }
      columns={[
        {
          key: "number",
          sort: "number",
          title: "申请编号",
          render: (row) => <span className="num">{row.number}</span>,
        },
        { key: "who", title: "申请人", render: (row) => <span className="whitespace-nowrap">{row.who}</span> },
        { key: "benefit", title: "补贴", render: (row) => row.benefitName },
        { key: "town", title: "镇街", optional: true, render: (row) => regionName(row.town) },
        {
          key: "on",
          sort: "appliedOn",
          title: "申请日期",
          render: (row) => <span className="num">{row.appliedOn}</span>,
        },
        {
          key: "old",
          title: "原来",
          align: "right",
          render: (row) => <Decided outcome={row.oldOutcome} fen={row.oldFen} />,
        },
        {
          key: "new",
          sort: "amountFen",
          title: "现在",
          align: "right",
          render: (row) => <Decided outcome={row.outcome} fen={row.amountFen} />,
        },
        {
          key: "difference",
          sort: "differenceFen",
          title: "差额",
          align: "right",
          render: (row) => (row.differenceFen === 0 ? "—" : <Money fen={row.differenceFen} exact />),
        },
        { key: "why", title: "原因", render: (row) => <span className="text-sm">{row.because}</span> },
        {
          key: "step",
          title: "怎么办理",
          render: (row) => (
            <span>
              {row.stepLabel}
              {row.step !== "none" && row.state !== "listed" && (
                <span className="block text-sm text-ink-2">{row.note === "" ? row.stateLabel : row.note}</span>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function Decided({ outcome, fen }: { outcome: keyof typeof OUTCOMES; fen: number }): ReactElement {
  return outcome === "granted" ? (
    <Money fen={fen} exact />
  ) : (
    <span className="whitespace-nowrap text-ink-2">{OUTCOMES[outcome]}</span>
  );
}

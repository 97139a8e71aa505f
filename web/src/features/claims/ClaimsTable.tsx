import { stateKind } from "@jinengtong/words";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement, type ReactNode } from "react";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { Tabs } from "../../kit/Tabs.tsx";
import { ConfirmMany } from "./ConfirmMany.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { ProgrammeFilter } from "../programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../programmes/use-programmes.ts";
import type { DataColumn } from "../../lists/column.ts";
import { ProgrammeLine } from "../programmes/ProgrammeLine.tsx";

type Row = Output<Api["claims"]["list"]>["rows"][number];

/** Tabs of the list, by who must act and where the money is. */
const parts = [
  { key: "", title: "全部", states: "" },
  { key: "mine", title: "等本单位办", states: "prepared,returned" },
  { key: "review", title: "审核中", states: "submitted,first-passed,appealed" },
  { key: "due", title: "已核定待到账", states: "approved,publicised,objected,payable,batched" },
  { key: "paid", title: "已到账", states: "paid,recovering" },
  { key: "back", title: "要退回", states: "recovering" },
  { key: "ended", title: "没有发放", states: "refused,withdrawn,declined,lapsed,cancelled,recovered" },
] as const;

interface ClaimsTableProps {
  href: (id: string) => string;
  empty: ReactNode;
}

/** An organisation's claims with amounts claimed, approved and paid, and their states. */
export function ClaimsTable({ href, empty }: ClaimsTableProps): ReactElement {
  const [filters, setFilters, bind] = useFilters(["part", "q", "policy", "benefit", "classId"]);
  const benefits = useBenefits(filters.policy);
  const part = parts.find((one) => one.key === filters.part) ?? parts[0];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const claims = useList(api.claims.list, {
    usual: "-appliedOn",
    filters: {
      q: filters.q,
      policy: filters.policy,
      benefit: filters.benefit,
      classId: filters.classId,
      state: part.states,
    },
    exportAs: "补贴申请.xlsx",
  });
  // Only unconfirmed claims can be selected, and only on a list with confirmation.
  const waiting = claims.rows.filter((row) => row.state === "prepared");
  const choosing = part.key === "mine" && waiting.length > 0;
  const columns: DataColumn<Row, SortName<Api["claims"]["list"]>>[] = [
    { key: "number", sort: "number", title: "申请编号", render: (row) => <span className="num">{row.number}</span> },
    {
      key: "who",
      title: "学员 / 班",
      render: (row) => (
        <span>
          <span className="font-medium">{row.personName ?? row.className ?? ""}</span>
          {row.personName !== null && row.className !== null && (
            <span className="block text-sm text-ink-2">{row.className}</span>
          )}
        </span>
      ),
    },
    {
      key: "benefit",
      title: "补贴项目",
      render: (row) => (
        <>
          {row.stage === null ? row.benefitName : `${row.benefitName}（${row.stage === "advance" ? "预拨" : "结算"}）`}
          <ProgrammeLine policyId={row.policyId} />
        </>
      ),
    },
    { key: "on", sort: "appliedOn", title: "申请日期", render: (row) => <span className="num">{row.appliedOn}</span> },
    { key: "asked", title: "申请", align: "right", render: (row) => <Fen fen={row.askedFen} /> },
    {
      key: "approved",
      sort: "approvedFen",
      title: "核定",
      align: "right",
      render: (row) => <Fen fen={row.approvedFen} />,
    },
    { key: "paid", title: "到账", align: "right", render: (row) => <Fen fen={row.paidFen} /> },
    {
      key: "state",
      title: "状态",
      render: (row) => (
        <span>
          <StatusMark kind={row.overdue ? "late" : stateKind("claim", row.state)}>{row.stateLabel}</StatusMark>
          {row.openObjections > 0 && <span className="ml-2 text-sm text-turn">有异议</span>}
        </span>
      ),
    },
    { key: "office", title: "下一步", render: (row) => (row.office === "申请人" ? "本单位" : row.office) },
    {
      key: "due",
      title: "时限",
      optional: true,
      render: (row) => <span className="num">{row.dueOn ?? "–"}</span>,
    },
  ];
  return (
    <div className="grid gap-3">
      <Tabs
        label="补贴申请"
        tabs={parts.map(({ key, title }) => ({ key: key === "" ? "all" : key, title }))}
        current={filters.part === "" ? "all" : filters.part}
        onChange={(key) => {
          setChosen(new Set());
          setFilters({ part: key === "all" ? "" : key });
        }}
      />
      <DataTable
        id="organisation-claims"
        caption="补贴申请"
        unit="笔"
        columns={columns}
        {...claims}
        rowKey={(row) => row.id}
        href={(row) => href(row.id)}
        {...(choosing
          ? {
              selection: { keys: chosen, onChange: setChosen },
              selectionActions: <ConfirmMany rows={waiting.filter((row) => chosen.has(row.id))} onDone={setChosen} />,
            }
          : {})}
        filters={
          <>
            <WordsFilter label="申请编号或姓名（完整）" {...bind("q")} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴项目" className="w-48" {...bind("benefit")} choices={benefits.choices} />
            {filters.classId !== "" && (
              <button
                type="button"
                className="min-h-(--touch) text-accent underline underline-offset-3"
                onClick={() => setFilters({ classId: "" })}
              >
                只看一个班，点这里看全部
              </button>
            )}
          </>
        }
        empty={<Empty title="没有补贴申请">{empty}</Empty>}
      />
    </div>
  );
}

function Fen({ fen }: { fen: number | null }): ReactElement {
  return fen === null ? <span className="text-ink-3">–</span> : <Money fen={fen} />;
}

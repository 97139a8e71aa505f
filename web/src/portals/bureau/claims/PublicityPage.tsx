import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { given, useFilters } from "../../../lists/use-filters.ts";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { claimColumns } from "./claim-columns.tsx";
import { RoundDialog } from "./RoundDialog.tsx";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";

const STAGES = stateChoices("claim", ["approved", "publicised", "objected"]);

type Line = Output<Api["claims"]["list"]>["rows"][number];

/** Date on which a claim proceeds to payment, or the objection to answer first. */
function Release({ row }: { row: Line }): ReactElement {
  if (row.held) return <StatusMark kind="refused">疑点处置后</StatusMark>;
  if (row.openObjections > 0)
    return (
      <Link to="/bureau/objections" className="underline underline-offset-3 hover:text-accent">
        <StatusMark kind="turn">{`${row.openObjections} 件异议答复后`}</StatusMark>
      </Link>
    );
  if (row.publicisedTo === null) return <span className="text-ink-3">公示期满后</span>;
  return <span className="num">{row.publicisedTo.slice(5)} 期满后</span>;
}

const columns: readonly DataColumn<Line, SortName<Api["claims"]["list"]>>[] = [
  ...claimColumns,
  { key: "town", title: "镇街", optional: true, render: (row) => regionName(row.town) },
  {
    key: "state",
    title: "阶段",
    render: (row) => <StatusMark kind={stateKind("claim", row.state, "office")}>{row.stateLabel}</StatusMark>,
  },
  {
    key: "period",
    title: "公示期",
    render: (row) => (
      <span className="num">
        {row.publicisedFrom === null ? "—" : `${row.publicisedFrom} 至 ${(row.publicisedTo ?? "").slice(5)}`}
      </span>
    ),
  },
  { key: "release", title: "放行", render: (row) => <Release row={row} /> },
  {
    key: "amount",
    sort: "approvedFen",
    title: "金额",
    align: "right",
    render: (row) => <Money fen={row.approvedFen ?? 0} exact />,
  },
];

/** Claims in publicity for five working days, or about to be. */
export default function PublicityPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "town"]);
  const [asking, setAsking] = useState<"chosen" | "all" | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const state = filters.state === "" ? "approved,publicised,objected" : filters.state;
  const narrowed = given({ q: filters.q, policy: filters.policy, town: filters.town });
  const query = { ...narrowed, state };
  const list = useList(api.claims.list, { usual: "dueOn", query, exportAs: "公示名单.xlsx" });
  const waiting = useApi(api.claims.list, { query: { ...narrowed, state: "approved", limit: 1 } });
  const counted = useApi(api.claims.list, { query: { ...query, limit: 1 } });
  const due = waiting.data?.total ?? 0;
  const rows = list.rows.filter((row) => chosen.has(row.id) && row.state === "approved");
  return (
    <StaffPage
      title="公示"
      intro="公示五个工作日，期满且异议都已答复的自动转财政拨付。"
      actions={
        <>
          <Button variant="secondary" to="/publicity">
            看公众页面
          </Button>
          <Button variant="secondary" to="/bureau/publicity-rounds">
            公示批次
          </Button>
          <Button disabled={due === 0} onClick={() => setAsking("all")}>
            {due === 0 ? "没有待公示的" : `全部编成一批 ${due} 笔`}
          </Button>
        </>
      }
    >
      <DataTable
        id="bureau-publicity"
        caption="公示"
        unit="笔"
        {...list}
        exportTo={{
          ...list.exportTo,
          path: "/api/v1/publicity/export",
          // The notice has an order of its own.
          query: given({ policy: filters.policy, town: filters.town }),
        }}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/claims/${row.id}`}
        total={counted.data?.total}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <Button disabled={rows.length === 0} onClick={() => setAsking("chosen")}>
            {rows.length === 0 ? "所选的没有待公示的" : `编成一批公示，${rows.length} 笔`}
          </Button>
        }
        filters={
          <>
            <WordsFilter label="申请编号或姓名" {...bind("q")} />
            <Filter label="阶段" {...bind("state")} choices={STAGES} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        empty={<Empty title="没有公示中的申请">复审通过的申请会出现在这里，选好以后编成一批公示。</Empty>}
        columns={columns}
      />
      {asking !== null && (
        <RoundDialog
          {...(asking === "chosen"
            ? { count: rows.length, wanted: { claimIds: rows.map((row) => row.id) } }
            : { count: due, wanted: { filter: narrowed } })}
          narrow={asking === "all" && Object.keys(narrowed).length > 0}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            setChosen(new Set());
          }}
        />
      )}
    </StaffPage>
  );
}

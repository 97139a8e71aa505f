import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { given, useFilters } from "../../../lists/use-filters.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { claimColumns } from "./claim-columns.tsx";
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

/** Claims in publicity for five working days, or about to be. */
export default function PublicityPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "town"]);
  const [asking, setAsking] = useState(false);
  const state = filters.state === "" ? "approved,publicised,objected" : filters.state;
  const query = { ...given({ q: filters.q, policy: filters.policy, town: filters.town }), state };
  const list = useList(api.claims.list, { usual: "dueOn", query, exportAs: "公示名单.xlsx" });
  const waiting = useApi(api.claims.list, { query: { state: "approved", limit: 1 } });
  const counted = useApi(api.claims.list, { query: { ...query, limit: 1 } });
  const tell = useToast();
  const start = useChange(api.publicity.start, {
    refresh: [api.claims.list, api.claims.show, api.publicity.list],
    onSuccess: ({ publicised }) => {
      tell(`已公示 ${publicised} 笔`);
      setAsking(false);
    },
  });
  const due = waiting.data?.total ?? 0;
  return (
    <StaffPage
      title="公示"
      intro="公示五个工作日，期满且异议都已答复的自动转财政拨付。"
      actions={
        <>
          <Button variant="secondary" to="/publicity">
            看公众页面
          </Button>
          <Button disabled={due === 0} onClick={() => setAsking(true)}>
            {due === 0 ? "没有待公示的" : `立即公示 ${due} 笔`}
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
        filters={
          <>
            <WordsFilter label="申请编号或姓名" {...bind("q")} />
            <Filter label="阶段" {...bind("state")} choices={STAGES} />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        empty={<Empty title="没有公示中的申请">复审通过的申请每天自动公示，也可以立即公示。</Empty>}
        columns={[
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
        ]}
      />
      <ConfirmSheet
        open={asking}
        onClose={() => setAsking(false)}
        title="立即公示"
        consequences={[
          `本辖区 ${due} 笔已核定的申请今天起公示五个工作日，任何人可以提出异议。`,
          "公示内容隐去姓名中间的字，不含证件号码。",
        ]}
        action={`公示 ${due} 笔`}
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate({})}
      />
    </StaffPage>
  );
}

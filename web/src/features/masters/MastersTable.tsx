import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";

export type Master = Output<Api["masterAppointments"]["list"]>["rows"][number];

interface MastersTableProps {
  reader: "owner" | "office";
  /** Offered on a row that somebody waits for. */
  onEnlist?: (row: Master) => void;
  onEnd?: (row: Master) => void;
}

/** 特级、首席技师备案表: who is publicised, listed, ended. */
export function MastersTable({ reader, onEnlist, onEnd }: MastersTableProps): ReactElement {
  const [filters, , bind] = useFilters(["state", "grade"]);
  const list = useList(api.masterAppointments.list, {
    usual: "-appointedAt",
    filters,
    exportAs: "特级首席技师备案表.xlsx",
  });
  return (
    <DataTable
      id={`masters-${reader}`}
      caption="特级、首席技师"
      unit="人"
      {...list}
      rowKey={(row) => row.id}
      filters={
        <>
          <Filter label="状态" {...bind("state")} choices={stateChoices("master-appointment")} />
          <Filter
            label="等级"
            {...bind("grade")}
            choices={[
              { value: "special", label: "特级技师" },
              { value: "chief", label: "首席技师" },
            ]}
          />
        </>
      }
      empty={<Empty title="没有特级、首席技师">方案备案后，企业公示人选，期满由人社部门列入名册。</Empty>}
      columns={[
        {
          key: "person",
          sort: "personName",
          title: "姓名",
          render: (row) => (
            <span>
              <span className="font-medium">{row.personName}</span>
              <span className="num block text-sm text-ink-3">{row.citizenIdMasked}</span>
            </span>
          ),
        },
        { key: "grade", title: "等级", render: (row) => `${row.gradeLabel}（${row.trade}）` },
        { key: "organisation", sort: "organisationName", title: "单位", render: (row) => row.organisationName },
        {
          key: "panel",
          title: "评审",
          render: (row) => (
            <span>
              {row.score} 分<span className="block text-sm text-ink-3">{row.panel.join("、")}</span>
            </span>
          ),
        },
        {
          key: "publicity",
          title: "公示",
          render: (row) => (
            <span className="num whitespace-nowrap">{`${row.publicisedFrom} 至 ${row.publicisedTo}`}</span>
          ),
        },
        {
          key: "from",
          sort: "fromOn",
          title: "聘任",
          render: (row) => (
            <span className="num">
              {row.fromOn ?? "–"}
              {row.toOn !== null && ` 至 ${row.toOn}`}
              {row.certificateNumber !== null && (
                <span className="block text-sm text-ink-3">{row.certificateNumber}</span>
              )}
            </span>
          ),
        },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <StatusMark kind={stateKind("master-appointment", row.state, reader)}>
              {stateWord("master-appointment", row.state).label}
            </StatusMark>
          ),
        },
        ...(onEnlist === undefined || onEnd === undefined
          ? []
          : [
              {
                key: "act",
                title: "办理",
                render: (row: Master) =>
                  row.state === "publicised" || row.state === "listed" ? (
                    <span className="flex gap-3 whitespace-nowrap">
                      {row.state === "publicised" && (
                        <RowAct label={`${row.personName} 列入名册`} onClick={() => onEnlist(row)}>
                          列入名册
                        </RowAct>
                      )}
                      <RowAct label={`${row.personName} 结束`} onClick={() => onEnd(row)}>
                        {row.state === "listed" ? "解聘" : "不列入"}
                      </RowAct>
                    </span>
                  ) : (
                    "–"
                  ),
              },
            ]),
      ]}
    />
  );
}

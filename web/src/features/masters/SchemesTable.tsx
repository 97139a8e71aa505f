import { stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";

export type Scheme = Output<Api["masterSchemes"]["list"]>["rows"][number];

interface SchemesTableProps {
  reader: "owner" | "office";
  /** Word of the act, or null where nothing is to do. */
  act: (row: Scheme) => string | null;
  onAct: (row: Scheme) => void;
}

/** 评聘方案: places of both grades, and how many are taken. */
export function SchemesTable({ reader, act, onAct }: SchemesTableProps): ReactElement {
  const list = useList(api.masterSchemes.list, { usual: "-filedAt", exportAs: "评聘方案.xlsx" });
  return (
    <DataTable
      id={`master-schemes-${reader}`}
      caption="评聘方案"
      unit="件"
      {...list}
      rowKey={(row) => row.id}
      empty={<Empty title="没有评聘方案">企业先备案方案：岗位数、条件、薪酬，再公示人选。</Empty>}
      columns={[
        {
          key: "title",
          sort: "title",
          title: "方案",
          render: (row) => <span className="font-medium">{row.title}</span>,
        },
        { key: "organisation", sort: "organisationName", title: "单位", render: (row) => row.organisationName },
        {
          key: "special",
          title: "特级技师",
          align: "right",
          render: (row) => <span className="num">{`${row.special} / ${row.specialPlaces}`}</span>,
        },
        {
          key: "chief",
          title: "首席技师",
          align: "right",
          render: (row) => <span className="num">{`${row.chief} / ${row.chiefPlaces}`}</span>,
        },
        { key: "conditions", title: "条件和待遇", render: (row) => `${row.conditions}；${row.pay}` },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <span>
              <StatusMark kind={stateKind("master-scheme", row.state, reader)}>
                {stateWord("master-scheme", row.state).label}
              </StatusMark>
              {row.reason !== null && <span className="block text-sm text-ink-2">{row.reason}</span>}
            </span>
          ),
        },
        {
          key: "act",
          title: "办理",
          render: (row) => {
            const word = act(row);
            return word === null ? (
              "–"
            ) : (
              <RowAct label={`${word} ${row.title}`} onClick={() => onAct(row)}>
                {word}
              </RowAct>
            );
          },
        },
      ]}
    />
  );
}

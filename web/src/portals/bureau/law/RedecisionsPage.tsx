import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf } from "../../../kit/format.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { AskRedecisionDialog } from "./AskRedecisionDialog.tsx";

/** Corrections of the law with an earlier day: each has every stored case from that day decided again into a list. */
export default function RedecisionsPage(): ReactElement {
  const list = useList(api.redecisions.list, { usual: "-askedAt", exportAs: "追溯裁定.xlsx" });
  const [asking, setAsking] = useState(false);
  return (
    <StaffPage
      title="追溯裁定"
      intro="更正从较早的一天起的，把那天以来的申请逐笔重新裁定成清单；两人签字后才补发、追回。"
      actions={
        <Button icon="plus" onClick={() => setAsking(true)}>
          按更正重新裁定
        </Button>
      }
    >
      <DataTable
        id="redecisions"
        caption="追溯裁定"
        unit="次"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/redecisions/${row.id}`}
        empty={
          <Empty title="没有追溯裁定">政策的新版本或本地参数从较早的日期起施行时，在这里把已有的申请重新裁定。</Empty>
        }
        columns={[
          {
            key: "title",
            sort: "title",
            title: "更正",
            render: (row) => <span className="font-medium">{row.title}</span>,
          },
          {
            key: "from",
            sort: "from",
            title: "从哪天的申请起",
            render: (row) => <span className="num">{row.from}</span>,
          },
          {
            key: "state",
            title: "状态",
            render: (row) => <StatusMark kind={stateKind("redecision", row.state)}>{row.stateLabel}</StatusMark>,
          },
          { key: "total", title: "件数", align: "right", render: (row) => <span className="num">{row.total}</span> },
          { key: "first", title: "第一人签字", render: (row) => row.firstBy ?? "—" },
          { key: "second", title: "第二人签字", render: (row) => row.secondBy ?? "—" },
          { key: "by", title: "提出人", optional: true, render: (row) => row.askedBy },
          {
            key: "at",
            sort: "askedAt",
            title: "提出日期",
            render: (row) => <span className="num">{dateOf(row.askedAt)}</span>,
          },
        ]}
      />
      {asking && <AskRedecisionDialog onClose={() => setAsking(false)} />}
    </StaffPage>
  );
}

import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, formatPeriod } from "../../../kit/format.ts";
import { RecordList } from "../../../kit/RecordList.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { AddGroupDialog } from "./AddGroupDialog.tsx";
import { EndGroupDialog } from "./EndGroupDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** The groups a person belongs to, with when and on what evidence. */
export function PersonGroups({ record }: { record: PersonRecord }): ReactElement {
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PersonRecord["groups"][number] | null>(null);
  return (
    <div className="grid gap-3">
      <div>
        <Button variant="secondary" icon="plus" onClick={() => setAdding(true)}>
          登记人群类别
        </Button>
      </div>
      {record.groups.length === 0 ? (
        <Empty title="没有登记人群类别">本人申报、或由名册登记后显示在这里。</Empty>
      ) : (
        <RecordList
          caption="人群类别"
          rows={record.groups}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", title: "人群", onPhone: "title", render: (row) => row.label },
            {
              key: "state",
              title: "状态",
              onPhone: "aside",
              render: (row) => (
                <StatusMark kind={stateKind("person-group", row.state, "office")}>{row.stateLabel}</StatusMark>
              ),
            },
            {
              key: "valid",
              title: "有效期",
              render: (row) => <span className="num">{formatPeriod(row.validFrom, row.validTo)}</span>,
            },
            {
              key: "note",
              title: "依据",
              render: (row) => row.note ?? (row.evidenceFileId === null ? "—" : "上传的证明材料"),
            },
            { key: "reason", title: "审核意见", render: (row) => row.reason ?? "—" },
            { key: "at", title: "登记", render: (row) => <span className="num">{formatInstant(row.declaredAt)}</span> },
            {
              key: "act",
              title: "办理",
              render: (row) =>
                row.state === "confirmed" ? (
                  <Button variant="quiet" onClick={() => setEnding(row)}>
                    终止
                  </Button>
                ) : row.state === "declared" ? (
                  <Button variant="quiet" to={`/bureau/groups?case=${row.id}`}>
                    去认定
                  </Button>
                ) : (
                  "—"
                ),
            },
          ]}
        />
      )}
      {adding && <AddGroupDialog person={record.person} onClose={() => setAdding(false)} />}
      {ending !== null && <EndGroupDialog group={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

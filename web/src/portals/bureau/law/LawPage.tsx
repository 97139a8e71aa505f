import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import type { ListedDraft } from "./draft.ts";
import { NewDraftDialog } from "./NewDraftDialog.tsx";

/** Drafts of programmes: begun as a copy of a published version, edited, and signed by two. */
export default function LawPage(): ReactElement {
  const drafts = useApi(api.policyDrafts.list, {}, { staleTime: 0 });
  const [adding, setAdding] = useState(false);
  return (
    <StaffPage
      title="政策起草"
      intro="改在草案里：一位起草、另一位签发后，新的申请才用新版本；已作出的决定不变。"
      actions={
        <>
          <Button variant="secondary" icon="text" to="/bureau/readings">
            读法
          </Button>
          <Button icon="plus" onClick={() => setAdding(true)}>
            起草
          </Button>
        </>
      }
    >
      <QueryView query={drafts} lines={6}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty
              title="还没有草案"
              action={
                <Button icon="plus" onClick={() => setAdding(true)}>
                  起草
                </Button>
              }
            >
              从一个已发布的版本复制，改数字、条件和参数，随改随看算例怎样变。
            </Empty>
          ) : (
            <DataTable<ListedDraft>
              id="policy-drafts"
              caption="政策草案"
              unit="份"
              rows={data.rows}
              rowKey={(row) => row.id}
              href={(row) => `/bureau/law/${row.id}`}
              columns={[
                { key: "title", title: "草案", render: (row) => <span className="font-medium">{row.title}</span> },
                {
                  key: "programme",
                  title: "政策",
                  render: (row) => <span className="font-mono">{row.programme}</span>,
                },
                {
                  key: "version",
                  title: "版本",
                  render: (row) => <span className="num">{row.version ?? "未写"}</span>,
                },
                {
                  key: "base",
                  title: "由哪一版复制",
                  render: (row) => (
                    <span className={row.base === null ? "" : "font-mono"}>
                      {row.base === null ? "从头起草" : `${row.base.programme} ${row.base.version}`}
                    </span>
                  ),
                },
                {
                  key: "state",
                  title: "状态",
                  render: (row) => (
                    <StatusMark kind={stateKind("policy-draft", row.state, "office")}>{row.stateLabel}</StatusMark>
                  ),
                },
                {
                  key: "changed",
                  title: "最近修改",
                  render: (row) => (
                    <span className="num">
                      {row.changedBy} {formatInstant(row.changedAt)}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </QueryView>
      {adding && <NewDraftDialog onClose={() => setAdding(false)} />}
    </StaffPage>
  );
}

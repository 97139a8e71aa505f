import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { call, type Output } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { dateOf } from "../../kit/format.ts";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useAskedChange } from "../../lists/use-asked-change.ts";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { IssueTokenDialog } from "./IssueTokenDialog.tsx";

type Row = Output<Api["tokens"]["list"]>["rows"][number];

const states = {
  active: { kind: "done", label: "有效" },
  expired: { kind: "ended", label: "已过期" },
  revoked: { kind: "ended", label: "已撤销" },
} as const;

const REVOKED = "撤销后不能恢复，需要时重新签发。";

/** Tokens of organisations' programs. */
export default function TokensPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.tokens.list, { usual: "name", filters, exportAs: "接口令牌.xlsx" });
  const mayIssue = useSession().data?.account?.role === "admin";
  const [issuing, setIssuing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const revoking = useAskedChange<Row>(api.tokens.revoke, {
    refresh: [api.tokens.list, api.homes.admin],
    said: (row) => `令牌“${row.name}”已撤销`,
  });
  return (
    <StaffPage
      title="接口令牌"
      intro="机构的教务系统、企业的人事系统凭令牌接入，只能看和办本单位的事。"
      actions={
        mayIssue ? (
          <Button icon="plus" onClick={() => setIssuing(true)}>
            签发令牌
          </Button>
        ) : undefined
      }
    >
      <DataTable
        id="tokens"
        caption="接口令牌"
        unit="个"
        {...list}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <BulkAct
            danger
            rows={list.rows.filter((row) => chosen.has(row.id) && row.state === "active")}
            keyOf={(row) => row.id}
            nameOf={(row) => `${row.name}（${row.organisationName ?? "—"}）`}
            act={(row) => call(api.tokens.revoke, { params: { id: row.id } })}
            refresh={[api.tokens.list, api.homes.admin]}
            verb="撤销令牌"
            unit="个"
            title="撤销所选的有效令牌"
            consequences={["用这些令牌的系统立即不能再接入。", REVOKED]}
            said={(done) => `已撤销 ${done} 个令牌`}
            onDone={setChosen}
          />
        }
        filters={
          <Filter
            label="状态"
            {...bind("state")}
            choices={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
          />
        }
        empty={<Empty title="还没有令牌">机构或企业要用自己的系统对接时，在这里或由他们自己签发。</Empty>}
        columns={[
          {
            key: "name",
            sort: "name",
            title: "用途",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          {
            key: "organisation",
            sort: "organisationName",
            title: "单位",
            render: (row) => row.organisationName ?? "—",
          },
          {
            key: "scopes",
            title: "授权范围",
            render: (row) => <code className="font-mono text-xs">{row.scopes.join("  ")}</code>,
          },
          {
            key: "made",
            sort: "createdAt",
            title: "签发",
            render: (row) => <span className="num">{dateOf(row.createdAt)}</span>,
          },
          {
            key: "expires",
            sort: "expiresAt",
            title: "到期",
            render: (row) => <span className="num">{dateOf(row.expiresAt)}</span>,
          },
          {
            key: "state",
            title: "状态",
            render: (row) => <StatusMark kind={states[row.state].kind}>{states[row.state].label}</StatusMark>,
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.state === "active" ? (
                <Button variant="secondary" label={`撤销 ${row.name}`} onClick={() => revoking.ask(row)}>
                  撤销
                </Button>
              ) : null,
          },
        ]}
      />
      {issuing && <IssueTokenDialog onClose={() => setIssuing(false)} />}
      <ConfirmSheet
        {...revoking.sheet}
        danger
        title={`撤销令牌“${revoking.row?.name ?? ""}”`}
        consequences={[`${revoking.row?.organisationName ?? "该单位"}的系统立即不能再接入。`, REVOKED]}
        action="撤销令牌"
      />
    </StaffPage>
  );
}

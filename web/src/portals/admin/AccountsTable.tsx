import { api } from "../../api/api.ts";
import { useState, type ReactElement, type ReactNode } from "react";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { AccountsMany } from "./AccountsMany.tsx";
import { AccountDialog } from "./AccountDialog.tsx";
import { AccountState } from "./AccountState.tsx";
import { roleChoices } from "./account-words.ts";

/** Accounts of staff and organisations; a row opens its actions. */
export function AccountsTable({ failing = false, empty }: { failing?: boolean; empty: ReactNode }): ReactElement {
  const [filters, , bind] = useFilters(["q", "role", "state"]);
  const list = useList(api.accounts.list, {
    usual: "username",
    filters,
    query: failing ? { locked: "true" } : {},
    exportAs: "账号列表.xlsx",
  });
  const [opened, setOpened] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const account = list.rows.find((row) => row.id === opened);
  const role = useSession().data?.account?.role;
  return (
    <>
      <DataTable
        id={failing ? "lockouts" : "accounts"}
        caption="账号"
        unit="个"
        {...list}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={<AccountsMany rows={list.rows.filter(({ id }) => chosen.has(id))} onDone={setChosen} />}
        empty={empty}
        filters={
          <>
            <WordsFilter label="用户名或姓名开头" {...bind("q")} />
            <Filter
              label="角色"
              {...bind("role")}
              choices={roleChoices.map(({ value, label }) => ({ value: value as string, label }))}
            />
            <Filter
              label="状态"
              {...bind("state")}
              choices={[
                { value: "active", label: "正常" },
                { value: "disabled", label: "停用" },
              ]}
            />
          </>
        }
        columns={[
          {
            key: "username",
            sort: "username",
            title: "用户名",
            render: (row) => <code className="font-mono font-medium">{row.username}</code>,
          },
          { key: "name", sort: "name", title: "姓名", render: (row) => row.name },
          { key: "role", title: "角色", render: (row) => row.roleLabel },
          {
            key: "organisation",
            sort: "organisationName",
            title: "单位",
            render: (row) => row.organisationName ?? "—",
          },
          { key: "state", title: "状态", render: (row) => <AccountState account={row} /> },
          {
            key: "failed",
            title: "输错",
            align: "right",
            optional: !failing,
            render: (row) => <span className="num">{row.failedAttempts} 次</span>,
          },
          {
            key: "seen",
            sort: "lastSeenAt",
            title: "最近使用",
            render: (row) => (
              <span className="num">{row.lastSeenAt === null ? "从未" : formatInstant(row.lastSeenAt)}</span>
            ),
          },
          {
            key: "act",
            title: "办理",
            render: (row) => (
              <Button
                variant="secondary"
                label={`${role === "admin" ? "管理" : "查看"}账号 ${row.username}`}
                onClick={() => setOpened(row.id)}
              >
                {role === "admin" ? "管理" : "查看"}
              </Button>
            ),
          },
        ]}
      />
      {account !== undefined && <AccountDialog account={account} onClose={() => setOpened(null)} />}
    </>
  );
}

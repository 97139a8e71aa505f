import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { call, type Output } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { roles, type Role } from "../../frame/roles.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useAskedChange } from "../../lists/use-asked-change.ts";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { deviceWords } from "../../kit/device-words.ts";

type Row = Output<Api["accountSessions"]["list"]>["rows"][number];

const CONSEQUENCES = [
  "这些设备立即退出，没有保存的内容会留在页面上。",
  "账号仍可再次登录；要禁止登录请管理员停用账号。",
  "这次操作写进审计日志。",
];

/** Active sessions; the security officer may end any of them. */
export default function SessionsPage(): ReactElement {
  const [filters, , bind] = useFilters(["role"]);
  const list = useList(api.accountSessions.list, { usual: "-signedInAt", filters, exportAs: "在线会话.xlsx" });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const me = useSession().data?.account;
  const ending = useAskedChange<Row>(api.accountSessions.end, {
    refresh: [api.accountSessions.list, api.homes.admin],
    said: (row) => `${row.username} 的这台设备已退出`,
  });
  return (
    <StaffPage title="在线会话" intro="现在登录着的人和设备。">
      <DataTable
        id="sessions"
        caption="在线会话"
        unit="个"
        {...list}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <BulkAct
            danger
            rows={list.rows.filter((row) => chosen.has(row.id) && row.accountId !== me?.id)}
            keyOf={(row) => row.id}
            nameOf={(row) => `${row.name}（${row.username}）`}
            act={(row) => call(api.accountSessions.end, { params: { id: row.id } })}
            refresh={[api.accountSessions.list, api.homes.admin]}
            verb="强制退出"
            unit="个"
            title="让所选的设备退出"
            consequences={CONSEQUENCES}
            said={(done) => `${done} 台设备已退出`}
            onDone={setChosen}
          />
        }
        empty={<Empty title="没有人在线">换一种角色再看看。</Empty>}
        filters={
          <Filter
            label="角色"
            className="w-40"
            {...bind("role")}
            choices={(Object.keys(roles) as Role[]).map((value) => ({
              value: value as string,
              label: roles[value].title,
            }))}
          />
        }
        columns={[
          {
            key: "name",
            sort: "name",
            title: "姓名",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "username", sort: "username", title: "用户名", render: (row) => row.username },
          { key: "role", title: "角色", render: (row) => row.roleLabel },
          {
            key: "in",
            sort: "signedInAt",
            title: "登录于",
            render: (row) => <span className="num">{formatInstant(row.signedInAt)}</span>,
          },
          {
            key: "seen",
            sort: "lastSeenAt",
            title: "最近使用",
            render: (row) => <span className="num">{formatInstant(row.lastSeenAt)}</span>,
          },
          {
            key: "agent",
            title: "设备",
            render: (row) => (
              <span className="text-ink-2" title={row.userAgent ?? ""}>
                {deviceWords(row.userAgent)}
              </span>
            ),
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.accountId === me?.id ? (
                <span className="text-ink-3">您自己</span>
              ) : (
                <Button variant="secondary" label={`让 ${row.username} 退出`} onClick={() => ending.ask(row)}>
                  强制退出
                </Button>
              ),
          },
        ]}
      />
      <ConfirmSheet
        {...ending.sheet}
        danger
        title={`让 ${ending.row?.name ?? ""}（${ending.row?.username ?? ""}）退出`}
        consequences={CONSEQUENCES}
        action="强制退出"
      />
    </StaffPage>
  );
}

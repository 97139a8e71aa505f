import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { deviceWords } from "../../kit/device-words.ts";

/** Active sessions of this account, and the password. */
export default function SecurityPage(): ReactElement {
  const query = useApi(api.mySessions.list, {});
  const tell = useToast();
  const end = useChange(api.mySessions.revoke, {
    refresh: [api.mySessions.list],
    onSuccess: () => tell("那台设备已退出登录"),
  });
  return (
    <Page title="登录设备和密码" back={{ to: "/my/me", title: "我的" }}>
      {end.error !== null && <ErrorNotice error={end.error} />}
      <Card title="登录着的设备">
        <QueryView query={query} lines={3}>
          {(data) => (
            <ul className="divide-y divide-line">
              {data.rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
                  <div>
                    <p className="font-medium">{deviceWords(row.userAgent)}</p>
                    <p className="num text-sm text-ink-2">
                      {formatInstant(row.signedInAt)} 登录，最近 {formatInstant(row.lastSeenAt)}
                    </p>
                  </div>
                  {row.current ? (
                    <StatusMark kind="done">就是这台</StatusMark>
                  ) : (
                    <Button
                      variant="secondary"
                      busy={end.isPending && end.variables?.params.id === row.id}
                      onClick={() => end.mutate({ params: { id: row.id } })}
                    >
                      让它退出
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </Card>
      <Card title="密码">
        <p className="mb-3 text-ink-2">修改后，其他设备上的登录会全部退出。</p>
        <Button variant="secondary" to="/password">
          修改密码
        </Button>
      </Card>
    </Page>
  );
}

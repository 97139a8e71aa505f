import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { deviceWords } from "../../kit/device-words.ts";

/** 登录设备: active sessions of this account, with sign-out of other devices. */
export function DevicesCard(): ReactElement {
  const sessions = useApi(api.mySessions.list, {});
  const tell = useToast();
  const revoke = useChange(api.mySessions.revoke, {
    refresh: [api.mySessions.list],
    onSuccess: () => tell("那台设备已退出登录"),
  });
  return (
    <Card title="登录设备">
      <ErrorNotice error={revoke.error} />
      <QueryView query={sessions} lines={3}>
        {({ rows }) => (
          <ul className="divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
                <span className="font-medium">{deviceWords(row.userAgent)}</span>
                {row.current && <StatusMark kind="doing">这台设备</StatusMark>}
                <span className="num text-sm text-ink-2">
                  {formatInstant(row.signedInAt)} 登录，最近 {formatInstant(row.lastSeenAt)}
                </span>
                {!row.current && (
                  <button
                    type="button"
                    className="ml-auto min-h-6 text-refuse underline underline-offset-3"
                    onClick={() => revoke.mutate({ params: { id: row.id } })}
                  >
                    退出登录
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}

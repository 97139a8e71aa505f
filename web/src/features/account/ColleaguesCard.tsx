import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { dateOf } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DisableColleagueDialog } from "./DisableColleagueDialog.tsx";
import { OpenColleagueDialog } from "./OpenColleagueDialog.tsx";

type Colleague = Output<Api["colleagues"]["list"]>["rows"][number];

/** Accounts of the organisation: its first account opens and ends those of colleagues. */
export function ColleaguesCard(): ReactElement {
  const colleagues = useApi(api.colleagues.list, {});
  const [opening, setOpening] = useState(false);
  const [ending, setEnding] = useState<Colleague | null>(null);
  const first = colleagues.data?.first === true;
  return (
    <Card
      title="同事的账号"
      action={
        first && (
          <Button variant="secondary" icon="plus" onClick={() => setOpening(true)}>
            为同事开通
          </Button>
        )
      }
    >
      <QueryView query={colleagues} lines={3}>
        {({ rows }) => (
          <>
            <ul className="divide-y divide-line border-y border-line">
              {rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
                  <span className="font-medium">{row.name}</span>
                  <span className="font-mono text-sm">{row.username}</span>
                  <StatusMark kind={row.state === "active" ? "done" : "ended"}>
                    {row.state === "active" ? "在用" : "已停用"}
                  </StatusMark>
                  <span className="num text-sm text-ink-2">
                    {dateOf(row.createdAt)} {row.openedBy === null ? "管理员开通" : `${row.openedBy}开通`}
                    {row.mine && "，您正在使用"}
                  </span>
                  {first && row.openedBy !== null && row.state === "active" && (
                    <button
                      type="button"
                      aria-label={`停用 ${row.name} 的账号`}
                      className="ml-auto min-h-(--touch) text-refuse underline underline-offset-3"
                      onClick={() => setEnding(row)}
                    >
                      停用
                    </button>
                  )}
                </li>
              ))}
            </ul>
            <p className="mt-2 text-sm text-ink-2">
              {first
                ? "一人一号，不要合用。同事的账号与您的权限相同，但不能再开通账号；人社部门会收到通知。"
                : "要为同事开通账号，请由本单位最初的账号办理。"}
            </p>
          </>
        )}
      </QueryView>
      {opening && <OpenColleagueDialog onClose={() => setOpening(false)} />}
      {ending !== null && <DisableColleagueDialog colleague={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

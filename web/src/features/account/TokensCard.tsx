import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useAskedChange } from "../../lists/use-asked-change.ts";
import { pageOf } from "../../lists/pages.ts";
import { IssueTokenDialog } from "./IssueTokenDialog.tsx";

const states = {
  active: { kind: "done", word: "有效" },
  expired: { kind: "ended", word: "已到期" },
  revoked: { kind: "ended", word: "已撤销" },
} as const;

/** Tokens for the organisation's own programs. */
export function TokensCard(): ReactElement {
  const scopes = useApi(api.tokens.scopes, {}).data?.rows ?? [];
  const tokens = useApiPages(api.tokens.list, { query: {} }, pageOf);
  const [issuing, setIssuing] = useState(false);
  const revoking = useAskedChange<{ id: string; name: string }>(api.tokens.revoke, {
    refresh: [api.tokens.list],
    said: () => "令牌已撤销",
  });
  return (
    <Card
      title="接口令牌"
      action={
        <Button variant="secondary" icon="plus" onClick={() => setIssuing(true)}>
          签发令牌
        </Button>
      }
    >
      <ErrorNotice error={tokens.error} onRetry={tokens.onRetry} />
      {tokens.rows.length === 0 ? (
        <p className="text-ink-2">本单位的教务系统要与平台交换数据时，签发一个令牌给它用。现在没有令牌。</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {tokens.rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
              <span className="font-medium">{row.name}</span>
              <StatusMark kind={states[row.state].kind}>{states[row.state].word}</StatusMark>
              <span className="num text-sm text-ink-2">至 {dateOf(row.expiresAt)}</span>
              {row.state === "active" && (
                <button
                  type="button"
                  aria-label={`撤销令牌 ${row.name}`}
                  className="ml-auto min-h-6 text-refuse underline underline-offset-3"
                  onClick={() => revoking.ask(row)}
                >
                  撤销
                </button>
              )}
              <span className="w-full text-sm text-ink-2">
                {row.scopes.map((scope) => scopes.find((one) => one.value === scope)?.label ?? scope).join("、")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {issuing && <IssueTokenDialog scopes={scopes} onClose={() => setIssuing(false)} />}
      <ConfirmSheet
        {...revoking.sheet}
        title={`撤销令牌“${revoking.row?.name ?? ""}”`}
        consequences={["用这个令牌的程序马上不能再访问平台；不能恢复，只能另签。"]}
        action="撤销令牌"
        danger
      />
    </Card>
  );
}

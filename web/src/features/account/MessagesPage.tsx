import { messagePlace } from "@jinengtong/words";
import { Link } from "react-router";
import { useSession } from "../../api/session.ts";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApiPages, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { cx } from "../../kit/cx.ts";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Pager } from "../../kit/Pager.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { pageOf } from "../../lists/pages.ts";
import { MailDialog } from "./MailDialog.tsx";
import { StatusShape } from "../../kit/StatusMark.tsx";

/** Link to the page that a message is about. */
function MessageLink({ template, subject }: { template: string; subject: string | null }): ReactElement | null {
  const role = useSession().data?.account?.role;
  const place = role === undefined ? null : messagePlace(template, role, subject);
  return place === null ? null : (
    <Link to={place.to} className="ml-3 font-normal whitespace-nowrap text-accent underline">
      {place.title}
    </Link>
  );
}

/** 消息: messages to this account, newest first. */
export default function MessagesPage(): ReactElement {
  const messages = useApiPages(api.messages.list, { query: {} }, pageOf);
  const read = useChange(api.messages.read, { refresh: [api.messages.list] });
  const [setting, setSetting] = useState(false);
  const unread = messages.rows.filter((row) => !row.read);
  const newest = messages.rows[0]?.id;
  return (
    <StaffPage
      title="消息"
      intro="审核结果、退回、到账和等您办理的事都通知到这里；您看过的只在您的账号里标为已读。"
      actions={
        <>
          {unread.length > 0 && newest !== undefined && (
            <Button variant="secondary" busy={read.isPending} onClick={() => read.mutate({ body: { upTo: newest } })}>
              全部标为已读
            </Button>
          )}
          <Button variant="secondary" icon="settings" onClick={() => setSetting(true)}>
            邮件通知
          </Button>
        </>
      }
    >
      <ErrorNotice error={messages.error ?? read.error} onRetry={messages.onRetry} />
      {messages.isPending ? (
        <Skeleton lines={6} />
      ) : messages.rows.length === 0 && !messages.error ? (
        <Empty title="还没有消息">您单位的事有了结果，或有事等您办理，会通知到这里。</Empty>
      ) : (
        <Card>
          <ul className="divide-y divide-line border-y border-line">
            {messages.rows.map((row) => (
              <li key={row.id} className="grid grid-cols-[1.5rem_1fr] gap-x-2 py-2.5 sm:grid-cols-[1.5rem_1fr_10rem]">
                <span className="pt-0.5 text-turn">{!row.read && <StatusShape kind="turn" />}</span>
                <p className={cx(!row.read && "font-semibold")}>
                  {!row.read && <span className="sr-only">未读：</span>}
                  {row.text}
                  <MessageLink template={row.template} subject={row.subject} />
                </p>
                <p className="num col-start-2 text-sm text-ink-2 sm:col-start-3 sm:text-right">
                  {formatInstant(row.at)}
                </p>
              </li>
            ))}
          </ul>
          <Pager
            shown={messages.rows.length}
            unit="条"
            hasMore={messages.hasMore}
            busy={messages.isLoadingMore}
            onMore={messages.onMore}
          />
        </Card>
      )}
      {setting && <MailDialog onClose={() => setSetting(false)} />}
    </StaffPage>
  );
}

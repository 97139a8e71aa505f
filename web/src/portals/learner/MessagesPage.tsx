import { messagePlace } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useEffect, useRef, type ReactElement } from "react";
import { Link } from "react-router";
import { useApiPages, useChange } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { StatusShape } from "../../kit/StatusMark.tsx";

/** The inbox; shown messages are marked as read. */
export default function MessagesPage(): ReactElement {
  const messages = useApiPages(api.messages.list, { query: { limit: 30 } }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));
  const read = useChange(api.messages.read, { refresh: [api.homes.learner] });
  const { mutate } = read;
  const newest = messages.rows.find((row) => !row.read)?.id;
  const told = useRef(0);
  useEffect(() => {
    if (newest === undefined || newest <= told.current) return;
    told.current = newest;
    mutate({ body: { upTo: newest } });
  }, [newest, mutate]);
  return (
    <Page title="消息" back={{ to: "/my/me", title: "我的" }}>
      {messages.error !== null ? (
        <ErrorNotice error={messages.error} onRetry={messages.onRetry} />
      ) : messages.isPending ? (
        <Skeleton lines={6} />
      ) : messages.rows.length === 0 ? (
        <Empty title="还没有消息">报名结果、补贴进度、开课提醒会发到这里。</Empty>
      ) : (
        <div>
          <ul className="divide-y divide-line border-y border-line">
            {messages.rows.map((row) => {
              const place = messagePlace(row.template, "learner", row.subject);
              return (
                <li key={row.id} className="grid grid-cols-[1.2em_1fr] gap-x-3 py-3">
                  <span className="pt-[0.3em] text-turn">
                    {!row.read && (
                      <>
                        <StatusShape kind="turn" />
                        <span className="sr-only">未读</span>
                      </>
                    )}
                  </span>
                  <div>
                    <p className={row.read ? undefined : "font-medium"}>{row.text}</p>
                    <p className="flex flex-wrap items-center justify-between gap-x-4">
                      <span className="num text-sm text-ink-3">{formatInstant(row.at)}</span>
                      {place !== null && (
                        <Link to={place.to} className="inline-flex min-h-11 items-center text-accent">
                          {place.title}
                        </Link>
                      )}
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
          <Pager
            shown={messages.rows.length}
            unit="条"
            hasMore={messages.hasMore}
            onMore={messages.onMore}
            busy={messages.isLoadingMore}
          />
        </div>
      )}
    </Page>
  );
}

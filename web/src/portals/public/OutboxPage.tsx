import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

/** Text messages that a trial would have sent. Production has no such page. */
export default function OutboxPage(): ReactElement {
  const query = useApi(api.trial.outbox, {}, { refetchInterval: 4000 });
  return (
    <Page title="试用环境的短信" intro="试用时短信不会真的发出去，验证码在这里看。新短信会自己出现。">
      <Notice>这一页只在试用环境里有。正式使用时，短信发到本人手机上，谁也看不到内容。</Notice>
      <QueryView
        query={query}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <Empty
            title="还没有短信"
            action={
              <Button variant="secondary" to="/sign-in">
                去登录页要一个验证码
              </Button>
            }
          >
            在登录或注册页点“获取验证码”，这里就会出现。
          </Empty>
        }
      >
        {(data) => (
          <ul className="divide-y divide-line border-y border-line">
            {data.rows.map((row) => (
              <li key={row.id} className="py-3">
                <p className="num flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
                  <span>发给 {row.phoneMasked}</span>
                  <span>{formatInstant(row.createdAt)}</span>
                </p>
                <p>{row.text}</p>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}

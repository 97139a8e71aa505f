import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { useToast } from "../../kit/Toast.tsx";

/** 日历订阅: a private link under which the calendar of a phone reads one's sessions and exams, shown when it is made; and its end. */
export function CalendarFeed(): ReactElement {
  const tell = useToast();
  const feed = useApi(api.calendarFeed.show, {});
  const [url, setUrl] = useState<string | null>(null);
  const make = useChange(api.calendarFeed.make, {
    refresh: [api.calendarFeed.show],
    onSuccess: (made) => setUrl(made.url),
  });
  const revoke = useChange(api.calendarFeed.revoke, {
    refresh: [api.calendarFeed.show],
    onSuccess: () => {
      setUrl(null);
      tell("链接已停用");
    },
  });
  const since = feed.data?.since ?? null;
  return (
    <Card title="放进手机日历">
      <p className="text-ink-2">
        把链接加到手机或电脑的日历里，上课（包括您讲的课）和考核的时间会自动更新。谁有这个链接，谁就能看到这些时间，请不要转给别人。
      </p>
      {(make.error ?? revoke.error) !== null && <ErrorNotice error={make.error ?? revoke.error} />}
      {url !== null && (
        <div className="mt-3">
          <label className="block">
            <span className="text-sm text-ink-2">订阅链接，只显示这一次</span>
            <input
              readOnly
              value={url}
              onFocus={(event) => event.target.select()}
              className="mt-1 h-(--touch) w-full rounded-md border border-line-strong bg-sheet px-3"
            />
          </label>
          <Button
            variant="secondary"
            className="mt-2"
            onClick={() => void navigator.clipboard.writeText(url).then(() => tell("已复制"))}
          >
            复制链接
          </Button>
        </div>
      )}
      {since !== null && <p className="num mt-3 text-sm text-ink-2">{formatInstant(since)} 生成的链接在用。</p>}
      <div className="mt-3 flex flex-wrap gap-3">
        <Button variant="secondary" busy={make.isPending} onClick={() => make.mutate({ body: {} })}>
          {since === null ? "生成链接" : "换一个链接，旧的停用"}
        </Button>
        {since !== null && (
          <Button variant="quiet" busy={revoke.isPending} onClick={() => revoke.mutate({ body: {} })}>
            停用链接
          </Button>
        )}
      </div>
    </Card>
  );
}

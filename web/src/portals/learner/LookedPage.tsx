import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { stateKind } from "@jinengtong/words";
import { useApi, useChange } from "../../api/hooks.ts";
import { ActList } from "../../features/person/ActList.tsx";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";

/** Log of unmasked data of the person: who, when and why. */
export default function LookedPage(): ReactElement {
  const query = useApi(api.me.record, {});
  return (
    <Page
      title="谁看过我的信息"
      intro="工作人员平时只看到遮挡后的号码。要看完整的，必须写明用途，每一次都记在这里，删不掉。在窗口代您办过的事也在这里。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <Windows />
      <QueryView
        query={query}
        lines={5}
        isEmpty={(data) => data.dataAccesses.length === 0}
        empty={<Empty title="还没有人看过您的完整信息">如果有人看了，这里会写明是谁、什么时候、为什么。</Empty>}
      >
        {(data) => (
          <RecordList
            caption="查看记录"
            rows={data.dataAccesses}
            rowKey={(row) => String(row.id)}
            columns={[
              { key: "by", title: "谁", onPhone: "title", render: (row) => `${row.by}（${row.roleLabel}）` },
              {
                key: "at",
                title: "什么时候",
                onPhone: "aside",
                render: (row) => <span className="num font-normal text-ink-2">{formatInstant(row.at)}</span>,
              },
              { key: "what", title: "看了什么", render: (row) => row.fieldLabels.join("、") || "没有看完整号码" },
              { key: "why", title: "为什么", render: (row) => row.purpose },
            ]}
          />
        )}
      </QueryView>
    </Page>
  );
}

/** Services at windows in one's own name; an open one can be ended from here. */
function Windows(): ReactElement | null {
  const query = useApi(api.windowSessions.mine, {});
  const end = useChange(api.windowSessions.end, { refresh: [api.windowSessions.mine] });
  if (query.data === undefined || query.data.sessions.length === 0) return null;
  return (
    <section className="grid gap-4">
      {end.error !== null && <ErrorNotice error={end.error} />}
      {query.data.sessions.map((one) => (
        <Card
          key={one.id}
          title={`窗口代办：${one.officerName}`}
          action={<StatusMark kind={stateKind("window-session", one.state)}>{one.stateLabel}</StatusMark>}
        >
          <p className="text-ink-2">
            <span className="num">{formatInstant(one.askedAt)}</span>，代办：{one.purposeLabels.join("、")}。
            {one.consentLabel === null
              ? "您还没有同意。"
              : `同意方式：${one.consentLabel}${one.consentBy === null ? "" : `（${one.consentBy}）`}。`}
            {one.hasPaper && (
              <a
                href={`/api/v1/window-sessions/${one.id}/paper`}
                target="_blank"
                rel="noreferrer"
                className="text-accent underline underline-offset-3"
              >
                看签字的同意书
              </a>
            )}
          </p>
          <div className="mt-2">
            <ActList acts={one.acts} />
          </div>
          {one.state !== "ended" && (
            <div className="mt-3">
              <Button
                variant="danger"
                busy={end.isPending}
                onClick={() => end.mutate({ params: { id: one.id }, body: {} })}
              >
                我没有同意，立即停止
              </Button>
            </div>
          )}
        </Card>
      ))}
    </section>
  );
}

import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";

const purposes = [
  {
    id: "real-name",
    title: "实名注册与个人信息处理",
    what: "建立档案、报名、计学时、算补贴。收回后不能再办新的业务。",
  },
  { id: "publication", title: "公示", what: "公示遮挡后的姓名和补贴金额，是发放补贴的法定步骤。" },
  { id: "data-sharing", title: "向就业、社保等部门核验", what: "免去您自己开证明。" },
  { id: "location", title: "签到时使用位置", what: "可选。不同意也能签到。" },
  { id: "face", title: "人脸核验", what: "可选。平台任何环节都不强制刷脸。" },
  { id: "messages", title: "短信提醒", what: "可选。不同意时仍可在消息里看。" },
] as const;
const VERSION = "2026-11";

/** Consents of the person, with dates and a button to withdraw each. */
export default function ConsentsPage(): ReactElement {
  const query = useApi(api.me.record, {});
  const tell = useToast();
  const change = useChange(api.me.recordConsent, {
    refresh: [api.me.record],
    onSuccess: (said) => tell(said.given ? "已同意" : "已收回同意"),
  });
  return (
    <Page
      title="我的同意"
      intro={
        <>
          每一项都写明用途，随时可以收回。详细见
          <Link to="/privacy" className="text-accent underline underline-offset-4">
            个人信息告知书
          </Link>
          。
        </>
      }
      back={{ to: "/my/me", title: "我的" }}
    >
      {change.error !== null && <ErrorNotice error={change.error} />}
      <QueryView query={query} lines={6}>
        {({ consents }) => (
          <ul className="divide-y divide-line border-y border-line">
            {purposes.map((purpose) => {
              const held = consents.find((one) => one.purpose === purpose.id);
              const given = held?.given === true;
              return (
                <li key={purpose.id} className="grid items-center gap-x-6 gap-y-2 py-4 sm:grid-cols-[1fr_auto]">
                  <div>
                    <p className="font-medium">{purpose.title}</p>
                    <p className="text-sm text-ink-2">{purpose.what}</p>
                    <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
                      <StatusMark kind={given ? "done" : "ended"}>
                        {given ? "已同意" : held === undefined ? "没有表示过" : "已收回"}
                      </StatusMark>
                      {held !== undefined && (
                        <span className="num text-ink-3">
                          {dateOf(held.at)}，{held.version} 版告知书
                        </span>
                      )}
                    </p>
                  </div>
                  <Button
                    variant="secondary"
                    label={`${given ? "收回" : "同意"}：${purpose.title}`}
                    busy={change.isPending && change.variables?.body.purpose === purpose.id}
                    onClick={() => change.mutate({ body: { purpose: purpose.id, given: !given, version: VERSION } })}
                  >
                    {given ? "收回同意" : "同意"}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}

import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Purposes with what withdrawing each means. */
const purposes = [
  {
    id: "real-name",
    title: "实名注册与个人信息处理",
    what: "建立档案、报名、计学时、算补贴。收回后不能再办新的业务。",
    lost: [
      "不能再报名、申报身份类别和证书、申请补贴；培训机构和单位也不能为您新办。",
      "已经报的班照常上，已经提交的补贴照常审核发放。",
      "以前的记录按规定保留。想继续办，随时可以在这里重新同意。",
    ],
  },
  {
    id: "publication",
    title: "公示",
    what: "公示遮挡后的姓名和补贴金额，是发放补贴的法定步骤。",
    lost: [
      "不能再申请补贴。",
      "已经通过、还没有公示的补贴停在那里，不公示也不发放，直到您重新同意。",
      "已经在公示的，公示到期为止。",
    ],
  },
  {
    id: "data-sharing",
    title: "向就业、社保等部门核验",
    what: "免去您自己开证明。",
    lost: ["平台不再拿您的信息向其他部门和全国证书库查询。", "要用到的证明，请您自己带到窗口，办理会慢一些。"],
  },
  {
    id: "location",
    title: "签到时使用位置",
    what: "可选。不同意也能签到。",
    lost: ["签到时不再记录您在哪里，签到照常。", "以前记下的位置按规定保留。"],
  },
  {
    id: "face",
    title: "人脸核验",
    what: "可选。平台任何环节都不强制刷脸。",
    lost: ["平台不使用您的人脸信息，其他都照常。"],
  },
  {
    id: "messages",
    title: "短信提醒",
    what: "可选。不同意时仍可在消息里看。",
    lost: ["不再给您发短信提醒，请记得登录看“消息”。", "登录用的验证码短信不受影响。"],
  },
] as const;
const VERSION = "2026-11";

/** Consents of the person, with dates and a button to withdraw each. */
export default function ConsentsPage(): ReactElement {
  const query = useApi(api.me.record, {});
  const tell = useToast();
  const change = useChange(api.me.recordConsent, {
    refresh: [api.me.record],
    onSuccess: (said) => {
      tell(said.given ? "已同意" : "已收回同意");
      setAsked(null);
    },
  });
  const [asked, setAsked] = useState<(typeof purposes)[number] | null>(null);
  const say = (purpose: (typeof purposes)[number], given: boolean): void =>
    change.mutate({ body: { purpose: purpose.id, given, version: VERSION } });
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
      {change.error !== null && asked === null && <ErrorNotice error={change.error} />}
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
                    onClick={() => {
                      change.reset();
                      if (given) setAsked(purpose);
                      else say(purpose, true);
                    }}
                  >
                    {given ? "收回同意" : "同意"}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </QueryView>
      <ConfirmSheet
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={`收回同意：${asked?.title ?? ""}`}
        consequences={asked?.lost ?? []}
        action="收回同意"
        danger
        busy={change.isPending}
        error={change.error}
        onConfirm={() => asked !== null && say(asked, false)}
      />
    </Page>
  );
}

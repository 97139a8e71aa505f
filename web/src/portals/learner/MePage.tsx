import { regionName } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { ElderSwitch } from "../../kit/ElderSwitch.tsx";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { ThemeSwitch } from "../../kit/ThemeSwitch.tsx";
import { ViewSwitch } from "../../kit/ViewSwitch.tsx";

const parts: { title: string; items: { to: string; icon: IconName; title: string; what: string }[] }[] = [
  {
    title: "学习和补贴",
    items: [
      { to: "/my/file", icon: "file", title: "技能档案", what: "学过的班、学时、成绩、证书和学分" },
      { to: "/my/wishes", icon: "class", title: "我在等的班", what: "想学而眼下没有的班，有班时通知我" },
      { to: "/my/declared", icon: "certificate", title: "在别处考的证书", what: "拍照报上来，核验后也能领补贴" },
      { to: "/my/postings", icon: "scan", title: "上岗证件", what: "电工、焊工等须持证的岗位，出示给门岗扫的码" },
      { to: "/my/evaluations", icon: "flag", title: "我的技能认定", what: "准考证、座位、成绩，不服可以提异议" },
      { to: "/my/duties", icon: "check", title: "考评督导任务", what: "考评员、监考、督导：到岗、评分、督导情况" },
      { to: "/my/entitlements", icon: "claim", title: "我能领什么", what: "按我的记录逐条核对" },
      { to: "/my/degree", icon: "flag", title: "学历奖励", what: "上班期间考了大专、本科的来申请" },
      { to: "/my/payee", icon: "money", title: "收款银行卡", what: "补贴付到这里" },
      { to: "/my/messages", icon: "info", title: "消息", what: "办理进度和提醒" },
    ],
  },
  {
    title: "我的信息",
    items: [
      { to: "/my/record", icon: "person", title: "平台记着我的什么", what: "就业、社保、学历等，不对可以要求更正" },
      { to: "/my/groups", icon: "people", title: "身份类别", what: "登记失业、低保、退役军人等，申报和证明" },
      { to: "/my/in-place", icon: "people", title: "替亲属参加培训", what: "家人来不了，由配偶、父母或子女替着学" },
      { to: "/my/helpers", icon: "people", title: "可帮办的亲属", what: "请子女等亲属帮着看、帮着报名，随时可以取消" },
      { to: "/my/contact", icon: "phone", title: "手机号和住址", what: "换手机、搬家了在这里改" },
      { to: "/my/consents", icon: "check", title: "我的同意", what: "同意过什么，随时可以收回" },
      { to: "/my/looked", icon: "eye", title: "谁看过我的信息", what: "谁、什么时候、为什么看" },
    ],
  },
  {
    title: "账号",
    items: [
      { to: "/my/security", icon: "lock", title: "登录设备和密码", what: "哪些设备登录着，可以让它退出" },
      { to: "/my/help", icon: "info", title: "帮助", what: "报名、签到、领补贴怎样办，找谁问" },
      { to: "/privacy", icon: "info", title: "个人信息告知书", what: "信息用来做什么、怎样保管" },
    ],
  },
];

/** 我的: the person's account and links to everything about them. */
export default function MePage(): ReactElement {
  const query = useApi(api.me.record, {}, { staleTime: 60_000 });
  return (
    <Page title="我的">
      <QueryView query={query} lines={2}>
        {({ person }) => (
          <div className="flex items-center gap-4">
            <span
              aria-hidden
              className="grid size-16 shrink-0 place-items-center rounded-full bg-accent text-2xl font-semibold text-on-accent"
            >
              {person.name.slice(0, 1)}
            </span>
            <div>
              <p className="text-xl font-semibold">{person.name}</p>
              <p className="num text-sm text-ink-2">
                {person.citizenIdMasked} · {regionName(person.town)}
              </p>
              <p className="num text-sm text-ink-2">档案序号 {person.number}</p>
            </div>
          </div>
        )}
      </QueryView>
      {parts.map((part) => (
        <section key={part.title}>
          <h2 className="mb-2 text-sm text-ink-3">{part.title}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-sheet">
            {part.items.map((item) => (
              <li key={item.to}>
                <Link
                  to={item.to}
                  className="group grid min-h-(--touch) grid-cols-[auto_1fr_auto] items-center gap-4 px-4 py-3 hover:bg-paper"
                >
                  <Icon name={item.icon} className="text-accent" />
                  <span>
                    <span className="block font-medium group-hover:text-accent">{item.title}</span>
                    <span className="block text-sm text-ink-2">{item.what}</span>
                  </span>
                  <Icon name="right" size="1em" className="text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-medium">字太小？选一个看得清的</h2>
        <ViewSwitch />
      </section>
      <section className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-medium">东西太多？换成只有几个大按钮的长辈版</h2>
        <ElderSwitch />
      </section>
      <section className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-medium">屏幕刺眼？换成深色</h2>
        <ThemeSwitch />
      </section>
    </Page>
  );
}

import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  { items: [{ to: "/evaluation", title: "考核", icon: "check", words: "kaohe chengji gongzuotai" }] },
  {
    title: "证书",
    items: [
      { to: "/evaluation/certificates", title: "评价证书", icon: "certificate", words: "zhengshu" },
      { to: "/evaluation/pilots", title: "1+X 试点", icon: "flag", words: "shidian sd 1+x" },
    ],
  },
  {
    title: "本单位",
    items: [
      { to: "/evaluation/admissions", title: "评价资格", icon: "flag", words: "zige zhunru" },
      { to: "/evaluation/messages", title: "消息", icon: "message", words: "xiaoxi" },
      { to: "/evaluation/settings", title: "单位设置", icon: "settings", words: "shezhi lingpai" },
    ],
  },
];

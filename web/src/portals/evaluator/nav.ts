import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  { items: [{ to: "/evaluation", title: "考核", icon: "check", words: "kaohe chengji gongzuotai" }] },
  {
    title: "认定",
    items: [
      { to: "/evaluation/batches", title: "认定批次", icon: "flag", words: "rending pici rdpc" },
      { to: "/evaluation/filings", title: "备案与场地", icon: "building", words: "beian changdi bacd" },
      { to: "/evaluation/staff", title: "考评督导人员", icon: "people", words: "kaoping dudao renyuan kpdd" },
      { to: "/evaluation/papers", title: "试卷库", icon: "lock", words: "shijuanku sjk" },
    ],
  },
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

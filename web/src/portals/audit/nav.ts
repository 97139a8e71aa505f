import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  {
    items: [
      { to: "/audit", title: "工作台", icon: "home", words: "gongzuotai gzt" },
      { to: "/audit/messages", title: "消息", icon: "message", words: "xiaoxi xx" },
      { to: "/audit/trace", title: "追溯", icon: "search", words: "zhuisu zs" },
      { to: "/audit/samples", title: "抽样", icon: "scan", words: "chouyang cy" },
      { to: "/audit/anomalies", title: "疑点", icon: "warning", words: "yidian yd" },
    ],
  },
  {
    title: "资金",
    items: [
      { to: "/audit/payments", title: "付款", icon: "money", words: "fukuan fk" },
      { to: "/audit/batches", title: "拨付批次", icon: "table", words: "bofu pici bfpc" },
      { to: "/audit/statements", title: "期间报表", icon: "file", words: "qijian baobiao qjbb" },
    ],
  },
  {
    title: "业务",
    items: [
      { to: "/audit/claims", title: "补贴申请", icon: "claim", words: "butie shenqing btsq" },
      { to: "/audit/classes", title: "培训班", icon: "class", words: "peixunban pxb" },
      { to: "/audit/certificates", title: "证书", icon: "certificate", words: "zhengshu zs" },
    ],
  },
  {
    title: "数字与记录",
    items: [
      { to: "/audit/statistics", title: "统计", icon: "chart", words: "tongji tj" },
      { to: "/audit/plans", title: "专项计划", icon: "people", words: "zhuanxiang jihua mingge zxjh" },
      { to: "/audit/targets", title: "目标进度", icon: "flag", words: "mubiao jindu mbjd" },
      { to: "/audit/log", title: "审计日志", icon: "history", words: "shenji rizhi sjrz" },
      { to: "/audit/accesses", title: "个人信息查看", icon: "eye", words: "geren xinxi chakan grxxck" },
    ],
  },
];

import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  {
    items: [
      { to: "/finance", title: "工作台", icon: "home", words: "gongzuotai gzt" },
      { to: "/finance/messages", title: "消息", icon: "message", words: "xiaoxi xx" },
      { to: "/finance/payables", title: "待拨付", icon: "claim", words: "daibofu dbf" },
      { to: "/finance/batches", title: "拨付批次", icon: "money", words: "bofu pici bfpc" },
      { to: "/finance/payments", title: "付款", icon: "table", words: "fukuan fk" },
      { to: "/finance/bank-returns", title: "银行回单", icon: "upload", words: "yinhang huidan yhhd" },
      { to: "/finance/clawbacks", title: "追回", icon: "history", words: "zhuihui zh" },
    ],
  },
  {
    title: "专账",
    items: [
      { to: "/finance/sources", title: "资金来源", icon: "chart", words: "zijin laiyuan zjly" },
      { to: "/finance/statements", title: "期间报表", icon: "table", words: "qijian baobiao qjbb" },
    ],
  },
  {
    title: "统计",
    items: [
      { to: "/finance/statistics", title: "统计", icon: "chart", words: "tongji tj" },
      { to: "/finance/targets", title: "目标进度", icon: "flag", words: "mubiao jindu mbjd" },
    ],
  },
];

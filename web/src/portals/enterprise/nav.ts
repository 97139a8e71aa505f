import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  { items: [{ to: "/enterprise", title: "工作台", icon: "home", words: "gongzuotai shouye" }] },
  {
    title: "补贴",
    items: [{ to: "/enterprise/claims", title: "补贴申请", icon: "claim", words: "butie shenqing" }],
  },
  {
    title: "职工",
    items: [
      { to: "/enterprise/classes", title: "职工培训班", icon: "class", words: "peixunban" },
      { to: "/enterprise/masters", title: "特级、首席技师", icon: "flag", words: "teji shouxi jishi tjsx" },
      { to: "/enterprise/staff", title: "职工名单", icon: "people", words: "zhigong mingdan yonggong dengji" },
    ],
  },
  {
    title: "持证上岗",
    items: [
      { to: "/enterprise/postings", title: "持证上岗", icon: "scan", words: "chizheng shanggang tezhong taizhang" },
      { to: "/enterprise/posts", title: "岗位", icon: "building", words: "gangwei" },
      { to: "/enterprise/licences", title: "上岗证件", icon: "certificate", words: "zhengjian caozuozheng" },
      { to: "/enterprise/review-classes", title: "复审培训", icon: "class", words: "fushen peixun" },
    ],
  },
  {
    title: "本单位",
    items: [
      { to: "/enterprise/returns", title: "定期报表", icon: "table", words: "dingqi baobiao jiaoyu jingfei dqbb" },
      { to: "/enterprise/messages", title: "消息", icon: "message", words: "xiaoxi" },
      { to: "/enterprise/settings", title: "单位设置", icon: "settings", words: "shezhi zhanghu lingpai" },
    ],
  },
];

import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  {
    items: [
      { to: "/institution", title: "工作台", icon: "home", words: "gongzuotai shouye" },
      { to: "/institution/calendar", title: "课程周历", icon: "clock", words: "zhouli kebiao" },
    ],
  },
  {
    title: "办班",
    items: [
      { to: "/institution/classes", title: "培训班", icon: "class", words: "peixunban kaiban pxb" },
      { to: "/institution/demand", title: "学习需求", icon: "people", words: "xuexi xuqiu xxxq" },
      { to: "/institution/review-classes", title: "复审培训需求", icon: "people", words: "fushen peixun fspx" },
      { to: "/institution/courses", title: "网上课程", icon: "play", words: "kecheng wangke kj" },
      { to: "/institution/exams", title: "考核与成绩", icon: "check", words: "kaohe chengji kh" },
      { to: "/institution/pilots", title: "1+X 试点", icon: "flag", words: "shidian sd 1+x" },
      { to: "/institution/certificates", title: "证书", icon: "certificate", words: "zhengshu zs" },
      { to: "/institution/feedback", title: "学员评价", icon: "message", words: "xueyuan pingjia xypj" },
    ],
  },
  {
    title: "补贴",
    items: [{ to: "/institution/claims", title: "补贴与到账", icon: "money", words: "butie daozhang qian bt" }],
  },
  {
    title: "本单位",
    items: [
      { to: "/institution/admissions", title: "培训准入", icon: "flag", words: "zhunru zr" },
      { to: "/institution/teachers", title: "师资", icon: "people", words: "shizi jiaoshi laoshi" },
      { to: "/institution/rooms", title: "场地", icon: "building", words: "changdi jiaoshi" },
      { to: "/institution/workload", title: "培训工作量", icon: "chart", words: "peixun gongzuoliang jixiao pxgzl" },
      { to: "/institution/returns", title: "定期报表", icon: "table", words: "dingqi baobiao dqbb" },
      { to: "/institution/messages", title: "消息", icon: "message", words: "xiaoxi" },
      { to: "/institution/settings", title: "单位设置", icon: "settings", words: "shezhi zhanghu lingpai" },
    ],
  },
];

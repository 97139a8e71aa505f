import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  {
    items: [
      { to: "/admin", title: "工作台", icon: "home", words: "gongzuotai gzt" },
      { to: "/admin/messages", title: "消息", icon: "message", words: "xiaoxi xx" },
      { to: "/admin/accounts", title: "账号", icon: "people", words: "zhanghao zh" },
      { to: "/admin/lockouts", title: "登录异常", icon: "lock", words: "denglu yichang dlyc" },
      { to: "/admin/sessions", title: "在线会话", icon: "clock", words: "zaixian huihua zxhh", roles: ["security"] },
      { to: "/admin/tokens", title: "接口令牌", icon: "link", words: "jiekou lingpai jklp" },
      { to: "/admin/tasks", title: "后台任务", icon: "refresh", words: "houtai renwu htrw" },
      { to: "/admin/keepers", title: "名册职责", icon: "table", words: "mingce zhize mczz", roles: ["admin"] },
      { to: "/admin/scopes", title: "部门分工", icon: "people", words: "bumen fengong bmfg", roles: ["admin"] },
    ],
  },
  {
    title: "记录",
    items: [
      { to: "/admin/log", title: "审计日志", icon: "history", words: "shenji rizhi sjrz", roles: ["security"] },
      { to: "/admin/accesses", title: "个人信息查看", icon: "eye", words: "geren xinxi grxx", roles: ["security"] },
    ],
  },
];

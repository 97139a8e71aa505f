import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "accounts",
    title: "开账号、停账号、重置密码",
    words: "用户 zhanghao zh",
    page: "/admin/accounts",
    text: ["一个账号一个角色、一个辖区。初始密码只显示一次，首次登录要改。停用以后马上退出，记录都留着。"],
  },
  {
    id: "lockouts",
    title: "登录异常和解锁",
    words: "锁定 密码错 suoding sd",
    page: "/admin/lockouts",
    text: ["密码连错会锁一会儿。先问清是不是本人，再解锁；不是本人的让他改密码，并在“在线会话”里结束可疑的登录。"],
  },
  {
    id: "keepers",
    title: "哪个部门管哪份名册",
    words: "名册职责 zhize zz",
    page: "/admin/keepers",
    roles: ["admin"],
    text: ["在“名册职责”里指定。只有指定的部门能导入、认定和更改那份名册，要不要第二人确认也在这里定。"],
  },
  {
    id: "tasks",
    title: "后台任务失败了怎么办",
    words: "队列 重试 renwu rw",
    page: "/admin/tasks",
    text: ["失败的会自动再试，试尽的列在这里，可以手工重试。反复失败的请把任务名称告诉运维人员。"],
  },
  {
    id: "log",
    title: "查谁做了什么、看了谁",
    words: "审计 日志 rizhi rz",
    page: "/admin/log",
    roles: ["security"],
    text: ["“审计日志”记每次操作，“个人信息查看”记谁看了谁的完整信息。日志只增不改，每天的链头请抄存在平台之外。"],
  },
  {
    id: "messages",
    title: "通知、每日汇总和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/admin/messages",
    text: ["通知在“消息”里。发邮件要由运维人员配置邮件服务器；配置好以后，在那一页的“邮件通知”里登记邮箱。"],
  },
];

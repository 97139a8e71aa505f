import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "trace",
    title: "从一笔钱查到证据",
    words: "追溯 zhuisu zs",
    page: "/audit/trace",
    text: ["输入付款、批次、申请、班级或证书编号的开头几位。一页上从到账一直看到每次签到，也能反过来查。"],
  },
  {
    id: "sample",
    title: "抽样和复核抽样",
    words: "抽查 chouyang cy",
    page: "/audit/samples",
    text: ["选范围和数量抽样，种子公开，谁都可以重抽一遍得到同样的结果。逐件记下查到的情况。"],
  },
  {
    id: "log",
    title: "审计日志和链头",
    words: "日志 篡改 rizhi rz",
    page: "/audit/log",
    text: ["每天您会收到一条链头，请抄存在平台之外；在日志页用它核对，末尾有没有被截去一查就知道。"],
  },
  {
    id: "messages",
    title: "通知、每日汇总和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/audit/messages",
    text: ["链头和早上的汇总在“消息”里。想用邮件接收，在那一页的“邮件通知”里登记邮箱。"],
  },
];

import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "exams",
    title: "考核和成绩",
    words: "考试 缺考 kaohe kh",
    page: "/evaluation",
    text: ["打开一场考核，填成绩或用表导入，缺考写“缺考”。写入以前先看预览；写错的用更正，写明理由。"],
  },
  {
    id: "certificates",
    title: "登记评价证书",
    words: "发证 编号 zhengshu zs",
    page: "/evaluation/certificates",
    text: [
      "合格的人在考核页登记证书编号和日期；持证人会收到通知，能领的补贴随后自动备好。登记错的在“评价证书”里撤销。",
    ],
  },
  {
    id: "admission",
    title: "评价资格",
    words: "准入 zige zg",
    page: "/evaluation/admissions",
    text: ["在“评价资格”里按工种和等级申请，附上材料。人社部门考察后答复，结果会通知到“消息”里。"],
  },
  {
    id: "messages",
    title: "通知和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/evaluation/messages",
    text: ["通知都在“消息”里；想用邮件接收，在那一页的“邮件通知”里登记邮箱并选择哪些马上发。"],
  },
];

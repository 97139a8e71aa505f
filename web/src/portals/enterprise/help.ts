import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "staff",
    title: "职工名单怎样登记",
    words: "员工 用工 入职 离职 mingdan md",
    page: "/enterprise/staff",
    text: [
      "逐个登记，或用 Excel 导入：姓名、身份证号、入职日期、合同期限。补贴按名单上的用工和合同算。",
      "离职的也要登记；登记和离职都会通知本人，他不认可的可以要求更正。",
    ],
  },
  {
    id: "claims",
    title: "企业能申请哪些补贴",
    words: "岗前 在岗 学徒 以工代训 butie bt",
    page: "/enterprise/claims",
    text: [
      "职工取得证书后，岗前、在岗培训的补贴自动备好，在“等本单位办”里看过以后确认，可以一次选多笔。",
      "以工代训、学徒制由您在“申请补贴”里提出；不够条件的，页上逐条写明差什么。",
    ],
  },
  {
    id: "class",
    title: "职工培训班",
    words: "订单班 委托 peixunban pxb",
    page: "/enterprise/classes",
    text: ["由取得准入的培训机构为您办班、点名、考核，您在这里看进度、考勤和结业的人。"],
  },
  {
    id: "money",
    title: "什么时候到账",
    words: "拨付 排队 daozhang dz",
    page: "/enterprise/claims",
    text: [
      "公示结束后在申请页看排队的位置和预计到账日，日期变了会收到通知。收款账户在“单位设置”里登记，没有登记就拨不了。",
    ],
  },
  {
    id: "messages",
    title: "通知和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/enterprise/messages",
    text: ["通知都在“消息”里；想用邮件接收，在那一页的“邮件通知”里登记邮箱并选择哪些马上发。"],
  },
];

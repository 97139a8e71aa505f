import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "batch",
    title: "怎样编批和放款",
    words: "拨付 复核 bianpi bp",
    page: "/finance/payables",
    text: [
      "在“待拨付”里选申请，或把筛选出来的全部编成一批；有异议、疑点或撤销没办完的不会编进去，会列明原因。",
      "编批和复核放款由两个人办；审核过其中申请的人不能付款。放款时再查一遍，有问题的一笔可以移出本批，其他照付。",
    ],
  },
  {
    id: "bank",
    title: "银行文件和回单",
    words: "回盘 退票 yinhang yh",
    page: "/finance/bank-returns",
    text: ["放款后下载银行文件送银行；银行的回单导入后逐行记到账或退回，重复导入不会重复记账，对不上的行另外列出。"],
  },
  {
    id: "returned",
    title: "银行退回的怎么办",
    words: "退款 账户错 tuihui th",
    page: "/finance/payments",
    text: ["退回的申请回到“待拨付”，标着退回的原因和日期，收款人会收到通知；账户改好以后再编一批。"],
  },
  {
    id: "sources",
    title: "额度、资金和计划拨入",
    words: "来源 专户 zijin zj",
    page: "/finance/sources",
    text: [
      "“登记资金”记额度下达、资金拨入和利息，一个凭证号记一次；记错的在明细账提出更正，由另一人决定。",
      "知道哪天有钱拨入，在“计划拨入”里登记日期、金额和文件：等钱的人按它看到预计到账日，改了日期会告诉他们。",
    ],
  },
  {
    id: "clawback",
    title: "追回",
    words: "退钱 核销 zhuihui zh",
    page: "/finance/clawbacks",
    text: ["要退回的写明金额和理由，本人或单位会收到通知和期限。确认到账、减免都由另一人办。"],
  },
  {
    id: "statement",
    title: "期间报表和明细账",
    words: "对账 baobiao bb",
    page: "/finance/statements",
    text: ["上月的账到本月 10 日结账，以后不再变动，更正记在更正的当天。报表与明细账、公开页上的数一致。"],
  },
  {
    id: "messages",
    title: "通知、每日汇总和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/finance/messages",
    text: ["等您办理的事每类每天一条，计着件数；早上有一条汇总。想用邮件接收，在“消息”页的“邮件通知”里登记邮箱。"],
  },
];

import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "review",
    title: "补贴怎样审核",
    words: "初审 复审 快捷键 批量 shenhe sh",
    page: "/bureau/first-review",
    roles: ["reviewer"],
    text: [
      "左边是队列，超期的在前；右边是结论、依据的条款和证据。j、k 上下，p 通过，r 退回，x 不予批准，u 撤回自己的初审。",
      "初审和复审由两个人办，自己经手的不能再审。b 批量审核：系统抽样，抽到的逐笔看过才能一并通过。",
    ],
  },
  {
    id: "second",
    title: "复审和公示",
    words: "fushen gongshi fs gs",
    page: "/bureau/publicity",
    roles: ["reviewer"],
    text: ["复审通过的在“公示”里一起公示五个工作日，只显示遮盖后的姓名、项目和金额。期满没有异议的转财政拨付。"],
  },
  {
    id: "objection",
    title: "异议、申诉和撤销",
    words: "yiyi shensu chexiao",
    page: "/bureau/objections",
    roles: ["reviewer"],
    text: ["由没有审过这一笔的人答复。成立的停止拨付；已经批准的要撤销，由一人提出、另一人确认，本人会收到理由。"],
  },
  {
    id: "windows",
    title: "窗口代办怎样办",
    words: "没有手机 不会用 老人 代办 柜台 chuangkou daiban ck",
    page: "/bureau/windows",
    roles: ["reviewer"],
    text: [
      "本人在窗口、带着证件才能代办。照证件填姓名和号码，选好要办的事，再征得本人同意：念出手机收到的验证码、在同意书上签字，或请另一位同事当面确认。要登记收款账户的，同意书不够。",
      "同意以后只能办选上的事，到时间自动结束。办了什么、谁办的，本人都看得到；您和确认的同事都不能审核这些申请。不能为自己或同名的人代办。",
    ],
  },
  {
    id: "feedback",
    title: "学员评价怎样看",
    words: "评价 打分 星 pingjia pj",
    page: "/bureau/feedback",
    roles: ["reviewer"],
    text: [
      "看有没有别人的姓名电话、辱骂、广告；说得不好不是不公开的理由。不公开要写明理由，评价人会看到，可以改过再写。机构的答复说出了评价人是谁的，撤下。",
    ],
  },
  {
    id: "filings",
    title: "开班和变更审核",
    words: "备案 kaiban biangeng",
    page: "/bureau/filings",
    roles: ["reviewer"],
    text: ["五个工作日内办。页上列出系统查到的问题：课时、师资、教室冲突、名册上的人能不能领补贴。退回要写明理由。"],
  },
  {
    id: "imports",
    title: "名册怎样导入",
    words: "失业 社保 低保 表格 daoru dr",
    page: "/bureau/imports",
    text: [
      "哪个部门管哪份名册，由系统管理员设定。表头用本部门系统里的写法；先逐行列出错误和差别，再由另一人确认生效。",
      "导错了用“撤回”，按原样恢复，留下记录。",
    ],
  },
  {
    id: "groups",
    title: "人群认定",
    words: "身份类别 renqun rq",
    page: "/bureau/groups",
    text: ["本人申报的，由管这份名册的部门认定。看证明和有效期，认定或退回都会通知本人。"],
  },
  {
    id: "find",
    title: "怎样找一个人、一笔申请",
    words: "查找 搜索 顶栏 sousuo ss",
    page: "/bureau/people",
    text: [
      "按 Ctrl K：姓名、姓名的拼音或首字母、完整的身份证号或手机号，申请、班级、证书的编号，单位名称都可以，编号中间有空格也行。",
      "查到谁都会留下记录，本人看得到。",
    ],
  },
  {
    id: "views",
    title: "筛选存下来，下次直接用",
    words: "视图 收藏 shitu st",
    page: "/bureau/classes",
    text: [
      "在列表上选好筛选和排序，点“视图”存一个名字；以后在列表、左边菜单和 Ctrl K 里都能打开。上次用过的也能接着用。",
    ],
  },
  {
    id: "anomalies",
    title: "疑点怎样处理",
    words: "异常 暂缓 yidian yd",
    page: "/bureau/anomalies",
    text: ["先看证据再说明：误报的写明理由，属实的认定。认定后牵涉的申请暂缓，由另一人处置。"],
  },
  {
    id: "messages",
    title: "通知、每日汇总和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/bureau/messages",
    text: ["等您办理的事每类每天一条，计着件数；早上有一条汇总。想用邮件接收，在“消息”页的“邮件通知”里登记邮箱。"],
  },
];

import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "join",
    title: "怎样报名参加培训",
    words: "报班 上课 baoming bm",
    page: "/my/classes",
    text: [
      "在公共首页的“找培训班”里选一个正在报名的班，点“报名”；培训机构确认后，您会收到通知，班级出现在“班级”里。",
      "报名以前请先在“身份类别”里看看自己登记了什么：免费、补贴按它算，有证明的先申报。",
    ],
  },
  {
    id: "sign-in",
    title: "上课怎样签到",
    words: "打卡 扫码 二维码 qiandao qd",
    page: "/my/sign-in",
    text: [
      "到教室后，用手机扫屏幕上的二维码，或输入屏幕上的六位数字。数字会变，要在上课时间里签。",
      "没有手机的，由老师点名，一样算数。",
    ],
  },
  {
    id: "lessons",
    title: "网上的课怎样才算学时",
    words: "视频 学时 课时 答题 wangke wk",
    page: "/my/classes",
    text: [
      "视频要开着页面看；切到别的页面会暂停。中间会问您刚才看到的内容，答了接着算。",
      "没有算满的地方，会从那里接着放，并说明少了多少。",
    ],
  },
  {
    id: "claims",
    title: "补贴怎样领",
    words: "申请 领钱 到账 butie bt",
    page: "/my/claims",
    text: [
      "拿到证书以后，能领的补贴平台会替您备好，您看过以后点“确认申请”就行，不用跑窗口。",
      "确认以后：人社部门初审、复审，公示五个工作日，财政部门拨付到您的银行卡。每一步都有通知。",
      "等钱的时候，申请页会写排在第几位、预计哪天到账；日期变了会告诉您。",
    ],
  },
  {
    id: "payee",
    title: "补贴打到哪张卡",
    words: "银行卡 账户 yinhangka yhk",
    page: "/my/payee",
    text: ["在“收款银行卡”里登记自己名下的银行卡。没有登记，公示结束也拨不了款。换卡以后，以后拨的打到新卡。"],
  },
  {
    id: "wrong",
    title: "平台上记的情况不对怎么办",
    words: "更正 错了 姓名 社保 gengzheng gz",
    page: "/my/record",
    text: ["在“平台记着我的什么”里找到那一条，点“这条不对”，写明应是什么，可以附证明。有人核实后答复您。"],
  },
  {
    id: "refused",
    title: "没有批准、公示有异议怎么办",
    words: "申诉 不服 异议 shensu ss",
    page: "/my/claims",
    text: ["打开那一笔申请，页上写着哪一条没有满足、依据哪一款。认为不对的，可以在期限里申诉，由没有审过它的人答复。"],
  },
  {
    id: "privacy",
    title: "谁能看到我的信息",
    words: "隐私 同意 yinsi ys",
    page: "/my/looked",
    text: ["谁、什么时候、为什么看过您的信息，都记在“谁看过我的信息”里。同意过什么，在“我的同意”里随时可以收回。"],
  },
];

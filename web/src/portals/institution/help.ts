import type { HelpTopic } from "../../frame/help-topic.ts";

export const help: readonly HelpTopic[] = [
  {
    id: "file",
    title: "怎样申请开班",
    words: "备案 计划 kaiban kb",
    page: "/institution/classes",
    text: [
      "先在“培训准入”取得这个工种、等级的准入，在“师资”“场地”登记教师和教室，再新建培训班：填计划、导入课表、录名册。",
      "提交前“检查”会列出不合要求的地方；名册旁写着每名学员将来能领什么、还缺什么材料、由谁提供。",
      "提交后人社部门五个工作日内审核；审核前可以取回修改。退回的会写明理由，改好再提交。",
    ],
  },
  {
    id: "captions",
    title: "给视频加字幕",
    words: "字幕 vtt srt zimu zm",
    page: "/institution/courses",
    text: [
      "在“网上课程”里打开课程，选中视频，点“加字幕”：选 .vtt 或 .srt 文件，或者照样子写。每句写起止时间，两句之间空一行，按先后排，不能重叠。",
      "有错会写明第几行。发布以后也能改；每次保存是一版，学员看最新的。",
    ],
  },
  {
    id: "roster",
    title: "名册怎样导入",
    words: "花名册 学员 表格 excel mingce mc",
    page: "/institution/classes",
    text: [
      "支持 Excel 和 CSV，表头用平常的写法就行。先下载模板，里面有可选的人员类别。",
      "导入前会逐行列出有错的和要留意的，没有读的列也会说明；有错的行可以下载带说明的原表，改好再传。",
    ],
  },
  {
    id: "roll-call",
    title: "点名和签到",
    words: "考勤 迟到 补点 dianming dm",
    page: "/institution/calendar",
    text: [
      "在工作台或课程周历打开当天的课：学员扫大屏上的码签到，或由老师点名，改少数几个人后用“其余都出勤”。",
      "课后半小时内可以点名，之后用“更正”，写明理由。断网时整节课没有点成的，用签到表补录，附照片。",
    ],
  },
  {
    id: "exams",
    title: "考核、成绩和证书",
    words: "考试 缺考 补考 发证 kaohe kh",
    page: "/institution/exams",
    text: [
      "学时够了才能参加考核。成绩一个个填或用表导入，写“缺考”的记为缺考；先看预览再写入。",
      "合格的在班级的“证书”里一次发证，也可以把全班证书下载成一个 PDF。",
    ],
  },
  {
    id: "subsidy",
    title: "补贴清单和申请",
    words: "清单 申领 butie bt",
    page: "/institution/claims",
    text: [
      "发证后在班级的“补贴”里生成清单：每名学员一笔，写明列入或不列入的理由。提交以后由学员本人或您单位确认。",
      "“补贴与到账”里看每一笔到了哪一步；退回补正的和要退回的，工作台会提醒。",
    ],
  },
  {
    id: "money-back",
    title: "收到退款通知怎么办",
    words: "追回 退钱 zhuihui zh",
    page: "/institution/claims",
    text: ["打开那一笔申请，看原因和最迟退回的日期，按页上的账户退回；财政部门确认到账后您会收到通知。"],
  },
  {
    id: "settings",
    title: "收款账户、联系方式和接口",
    words: "银行 令牌 zhanghu zh",
    page: "/institution/settings",
    text: ["在“单位设置”里登记收款账户和联系人。自己的教务系统要交换数据，签发一个接口令牌给它用，不用时撤销。"],
  },
  {
    id: "messages",
    title: "通知和邮件",
    words: "消息 邮箱 xiaoxi xx",
    page: "/institution/messages",
    text: [
      "审核结果、到账、退款和到期提醒都在“消息”里，您的同事各看各的。",
      "想用邮件接收，在“消息”页的“邮件通知”里登记邮箱、填验证码，再选哪些马上发、哪些每天汇总。",
    ],
  },
  {
    id: "feedback",
    title: "学员评价怎样答复",
    words: "评价 打分 星 pingjia pj",
    page: "/institution/feedback",
    text: [
      "公开的评价会有消息。每条可以公开答复一次，写上后不能改；说出评价人是谁的答复会被撤下。评价不写名字，请就事论事。",
    ],
  },
];

import type { NavSection } from "../../frame/portal.ts";

export const nav: readonly NavSection[] = [
  {
    items: [
      { to: "/bureau", title: "工作台", icon: "home", words: "gongzuotai gzt" },
      { to: "/bureau/messages", title: "消息", icon: "message", words: "xiaoxi xx" },
    ],
  },
  {
    title: "补贴",
    items: [
      { to: "/bureau/first-review", title: "补贴初审", icon: "claim", words: "chushen cs", roles: ["reviewer"] },
      { to: "/bureau/second-review", title: "补贴复审", icon: "check", words: "fushen fs", roles: ["reviewer"] },
      { to: "/bureau/objections", title: "异议与申诉", icon: "flag", words: "yiyi shensu yyss", roles: ["reviewer"] },
      {
        to: "/bureau/cancellations",
        title: "撤销",
        icon: "cross",
        words: "chexiao cx",
        roles: ["reviewer"],
      },
      { to: "/bureau/publicity", title: "公示", icon: "eye", words: "gongshi gs", roles: ["reviewer"] },
      {
        to: "/bureau/publicity-rounds",
        title: "公示批次",
        icon: "print",
        words: "gongshi pici gonggao gspc",
        roles: ["reviewer"],
      },
      { to: "/bureau/claims", title: "全部申请", icon: "table", words: "quanbu shenqing qbsq", roles: ["reviewer"] },
      { to: "/bureau/clawbacks", title: "追回", icon: "history", words: "zhuihui zh", roles: ["reviewer"] },
    ],
  },
  {
    title: "培训",
    items: [
      { to: "/bureau/filings", title: "开班审核", icon: "class", words: "kaiban shenhe kbsh", roles: ["reviewer"] },
      { to: "/bureau/changes", title: "变更审核", icon: "refresh", words: "biangeng bgsh", roles: ["reviewer"] },
      { to: "/bureau/live", title: "正在上课", icon: "clock", words: "zhengzai shangke zzsk" },
      { to: "/bureau/classes", title: "培训班", icon: "table", words: "peixunban pxb" },
      {
        to: "/bureau/demand",
        title: "学习需求",
        icon: "people",
        words: "xuexi xuqiu xxxq",
        roles: ["reviewer", "department"],
      },
      {
        to: "/bureau/feedback",
        title: "学员评价",
        icon: "message",
        words: "xueyuan pingjia xypj",
        roles: ["reviewer"],
      },
      { to: "/bureau/anomalies", title: "疑点", icon: "warning", words: "yidian yd" },
    ],
  },
  {
    title: "机构与证书",
    items: [
      { to: "/bureau/admissions", title: "准入审核", icon: "building", words: "zhunru zrsh", roles: ["reviewer"] },
      { to: "/bureau/register", title: "准入名册", icon: "table", words: "mingce mc" },
      { to: "/bureau/organisations", title: "单位", icon: "building", words: "danwei jigou dw" },
      {
        to: "/bureau/declarations",
        title: "证书核验",
        icon: "certificate",
        words: "zhengshu heyan zshy",
        roles: ["reviewer"],
      },
      { to: "/bureau/postings", title: "持证上岗", icon: "scan", words: "chizheng shanggang czsg tezhong" },
      {
        to: "/bureau/licences",
        title: "上岗证件核验",
        icon: "check",
        words: "shanggang zhengjian heyan sgzj",
        roles: ["reviewer"],
      },
      { to: "/bureau/review-classes", title: "复审培训需求", icon: "class", words: "fushen peixun fspx" },
      { to: "/bureau/certificates", title: "证书库", icon: "search", words: "zhengshuku zsk" },
    ],
  },
  {
    title: "人员",
    items: [
      { to: "/bureau/windows", title: "窗口代办", icon: "person", words: "chuangkou daiban ckdb", roles: ["reviewer"] },
      { to: "/bureau/groups", title: "人群认定", icon: "people", words: "renqun rending rqrd" },
      { to: "/bureau/in-place", title: "代训确认", icon: "people", words: "daixun queren dxqr" },
      { to: "/bureau/entries", title: "登记确认", icon: "check", words: "dengji queren djqr" },
      { to: "/bureau/imports", title: "名册导入", icon: "upload", words: "mingce daoru mcdr" },
      { to: "/bureau/corrections", title: "信息更正", icon: "text", words: "xinxi gengzheng xxgz" },
      { to: "/bureau/people", title: "人员档案", icon: "person", words: "renyuan dangan ryda" },
      { to: "/bureau/duplicates", title: "疑似重复", icon: "link", words: "chongfu yscf", roles: ["reviewer"] },
    ],
  },
  {
    title: "统计",
    items: [
      { to: "/bureau/statistics", title: "统计", icon: "chart", words: "tongji tj" },
      { to: "/bureau/targets", title: "目标进度", icon: "flag", words: "mubiao jindu mbjd" },
      { to: "/bureau/returns", title: "定期报表", icon: "table", words: "dingqi baobiao dqbb", roles: ["reviewer"] },
      { to: "/bureau/doubles", title: "重复报送", icon: "link", words: "chongfu baosong cfbs" },
      {
        to: "/bureau/own-returns",
        title: "本部门报送",
        icon: "upload",
        words: "benbumen baosong yuebao bmbs",
        roles: ["department"],
      },
      { to: "/bureau/plans", title: "专项计划", icon: "people", words: "zhuanxiang jihua mingge zxjh" },
      { to: "/bureau/scopes", title: "部门分工", icon: "people", words: "bumen fengong bmfg" },
    ],
  },
  {
    title: "政策",
    items: [
      {
        to: "/bureau/redecisions",
        title: "追溯裁定",
        icon: "history",
        words: "zhuisu caiding zscd",
        roles: ["reviewer"],
      },
      { to: "/bureau/catalogue", title: "目录", icon: "file", words: "mulu ml", roles: ["reviewer"] },
      {
        to: "/bureau/parameters",
        title: "本地参数",
        icon: "settings",
        words: "bendi canshu bdcs",
        roles: ["reviewer"],
      },
      {
        to: "/bureau/attendance-rules",
        title: "最低出勤",
        icon: "clock",
        words: "zuidi chuqin zdcq",
      },
      { to: "/bureau/readings", title: "读法", icon: "flag", words: "dufa df", roles: ["reviewer"] },
      { to: "/bureau/law", title: "政策起草", icon: "text", words: "zhengce qicao zcqc", roles: ["reviewer"] },
    ],
  },
];

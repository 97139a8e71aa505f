import type { ModuleWords } from "./module-words.ts";

const record = { to: "/my/record", title: "看我的信息" };

export const peopleWords = {
  nouns: {
    person: "人员",
    "person-group": "人群类别申报",
    "person-fact": "人员信息",
    "fact-correction": "更正申请",
    substitution: "替亲属参加培训",
    "fact-import": "人员信息导入",
    "person-entry": "单个登记",
    "register-keeper": "名册管理部门",
    "payee-account": "收款账户",
    "person-join": "并档",
  },
  states: {
    "person-group": {
      declared: { label: "待审核", kind: "doing", office: "turn" },
      confirmed: { label: "已确认", kind: "done" },
      rejected: { label: "未通过", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
      ended: { label: "已终止", kind: "ended" },
      revoked: { label: "已撤销", kind: "ended" },
    },
    substitution: {
      declared: { label: "待确认", kind: "doing", office: "turn" },
      confirmed: { label: "已确认", kind: "done" },
      rejected: { label: "未通过", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
      ended: { label: "已终止", kind: "ended" },
    },
    "fact-import": {
      checking: { label: "预检中", kind: "waiting" },
      ready: { label: "待提交", kind: "turn" },
      refused: { label: "文件不能用", kind: "refused" },
      submitted: { label: "待另一位确认", kind: "turn" },
      applying: { label: "登记中", kind: "waiting" },
      applied: { label: "已登记", kind: "done" },
      discarded: { label: "已作废", kind: "ended" },
    },
    "person-entry": {
      submitted: { label: "待另一位确认", kind: "turn" },
      confirmed: { label: "已登记", kind: "done" },
      refused: { label: "已退回", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    "person-join": {
      asked: { label: "待另一位确认", kind: "turn" },
      done: { label: "已办理", kind: "done" },
      declined: { label: "未同意", kind: "refused" },
    },
    "fact-correction": {
      asked: { label: "待核实", kind: "doing", office: "turn" },
      accepted: { label: "已更正", kind: "done" },
      declined: { label: "未更正", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
  },
  messages: {
    "group-decided": { to: "/my/groups", title: "看身份类别" },
    "substitution-declared": { to: "/my/in-place", title: "同意或不同意" },
    "substitution-decided": { to: "/my/in-place", title: "看替亲属参加培训" },
    "correction-decided": record,
    "name-corrected": record,
    "records-joined": record,
    "record-entered": record,
    "entries-waiting": { to: { reviewer: "/bureau/entries", department: "/bureau/entries" }, title: "去确认" },
    "entry-decided": { to: { reviewer: "/bureau/entries", department: "/bureau/entries" }, title: "看登记" },
    "payee-account-changed": record,
    "join-decided": { to: { reviewer: "/bureau/people/:id" }, title: "看档案" },
    "groups-waiting": { to: { reviewer: "/bureau/groups", department: "/bureau/groups" }, title: "去认定" },
    "corrections-waiting": {
      to: { reviewer: "/bureau/corrections", department: "/bureau/corrections" },
      title: "去核实",
    },
    "imports-waiting": { to: { reviewer: "/bureau/imports", department: "/bureau/imports" }, title: "去确认" },
    "many-unmaskings": { to: { security: "/admin/accesses", auditor: "/audit/accesses" }, title: "看查看记录" },
    "import-confirmed": { to: { reviewer: "/bureau/imports/:id", department: "/bureau/imports/:id" }, title: "看导入" },
  },
} as const satisfies ModuleWords;

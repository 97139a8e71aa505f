import type { ModuleWords } from "./module-words.ts";

const ownClass = {
  to: { institution: "/institution/classes/:id", enterprise: "/enterprise/classes/:id" },
  title: "看这个班",
};
const classes = { to: "/my/classes", title: "看我的班级" };

export const trainingWords = {
  nouns: {
    class: "培训班",
    "class-change": "变更申请",
    "class-session": "课次",
    enrolment: "报名",
    "roster-import": "名册导入",
    "class-wish": "开班提醒",
    "leave-request": "请假申请",
  },
  scopes: { "classes:read": "读培训班", "classes:write": "办培训班", "attendance:write": "记考勤" },
  states: {
    "training-class": {
      draft: { label: "草稿", kind: "turn" },
      submitted: { label: "待审核", kind: "waiting", office: "turn" },
      returned: { label: "退回补正", kind: "turn" },
      withdrawn: { label: "已撤回", kind: "ended" },
      approved: { label: "已批准", kind: "waiting" },
      cancelled: { label: "已取消", kind: "ended" },
      running: { label: "开班中", kind: "doing" },
      suspended: { label: "已暂停", kind: "late" },
      completed: { label: "已结业", kind: "done" },
      closed: { label: "已归档", kind: "ended" },
    },
    "class-change": {
      submitted: { label: "待审核", kind: "waiting", office: "turn" },
      applied: { label: "已生效", kind: "done" },
      refused: { label: "未批准", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    "leave-request": {
      asked: { label: "等答复", kind: "waiting", office: "turn" },
      granted: { label: "已准假", kind: "done" },
      refused: { label: "没有准假", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    enrolment: {
      applied: { label: "待确认", kind: "turn" },
      enrolled: { label: "已入班", kind: "doing" },
      completed: { label: "已结业", kind: "done" },
      failed: { label: "未结业", kind: "refused" },
      withdrawn: { label: "已退班", kind: "ended" },
      rejected: { label: "未录取", kind: "ended" },
    },
  },
  messages: {
    "enrolled-by-institution": classes,
    "enrolment-confirmed": classes,
    "enrolment-rejected": classes,
    "enrolment-ended": classes,
    "timetable-changed": classes,
    "attendance-made-up": classes,
    "class-notice": classes,
    "letter-answered": { to: { learner: "/my/classes/:id" }, title: "看答复" },
    "letter-asked": { to: { institution: "/institution/classes/:id/talk" }, title: "去答复" },
    "leave-asked": { to: { institution: "/institution/classes/:id/talk" }, title: "去答复" },
    "leave-decided": { to: { learner: "/my/classes/:id" }, title: "看我的班级" },
    "class-opened": { to: "/classes/:id", title: "看这个班" },
    "class-started": classes,
    "class-tomorrow": classes,
    "class-decided": ownClass,
    "class-ordered": ownClass,
    "class-change-decided": { ...ownClass, to: { ...ownClass.to, reviewer: "/bureau/classes/:id" } },
    "list-touches-classes": {
      to: { institution: "/institution/classes", enterprise: "/enterprise/classes" },
      title: "看待开的班",
    },
    "learner-applied": { to: { institution: "/institution/classes" }, title: "看花名册" },
    "learner-left": { to: { institution: "/institution/classes/:id/roster" }, title: "看花名册" },
    "filings-waiting": { to: { reviewer: "/bureau/filings" }, title: "去审核" },
    "changes-waiting": { to: { reviewer: "/bureau/changes" }, title: "去审核" },
  },
} as const satisfies ModuleWords;

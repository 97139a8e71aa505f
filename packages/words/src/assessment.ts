import type { ModuleWords } from "./module-words.ts";

export const assessmentWords = {
  nouns: {
    exam: "考核",
    certificate: "证书",
    "certificate-declaration": "证书申报",
    "attendance-rule": "出勤率规定",
    "class-feedback": "学员评价",
    post: "岗位",
    posting: "上岗记录",
    "work-licence": "上岗证件",
    "review-class": "复审培训需求",
  },
  scopes: { "exams:write": "登成绩", "certificates:write": "发证书" },
  states: {
    "certificate-declaration": {
      declared: { label: "待核验", kind: "doing", office: "turn" },
      confirmed: { label: "已确认", kind: "done" },
      rejected: { label: "未通过", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    "class-feedback": {
      submitted: { label: "待公开", kind: "waiting", office: "turn" },
      published: { label: "已公开", kind: "done" },
      refused: { label: "不公开", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    "work-licence": {
      entered: { label: "待核验", kind: "doing", office: "turn" },
      verified: { label: "已核验", kind: "done" },
      rejected: { label: "未通过", kind: "refused" },
    },
    "review-class": {
      proposed: { label: "等机构承接", kind: "waiting" },
      taken: { label: "已承接", kind: "done" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
  },
  messages: {
    "certificate-issued": { to: "/my/file", title: "看技能档案" },
    "certificate-rejected": { to: { learner: "/my/declared" }, title: "看申报的证书" },
    "certificate-revoked": {
      to: { learner: "/my/file", institution: "/institution/certificates", evaluator: "/evaluation/certificates" },
      title: "看证书",
    },
    "exam-soon": {
      to: { learner: "/my/classes", institution: "/institution/exams/:id", evaluator: "/evaluation/exams/:id" },
      title: "看考核",
    },
    "certificate-expiring": { to: { learner: "/my/file" }, title: "看技能档案" },
    "attendance-rules-waiting": { to: { reviewer: "/bureau/attendance-rules" }, title: "去确认" },
    "attendance-rule-decided": {
      to: { reviewer: "/bureau/attendance-rules", institution: "/institution/classes" },
      title: "去看看",
    },
    "feedback-waiting": { to: { reviewer: "/bureau/feedback" }, title: "去看评价" },
    "feedback-decided": { to: { learner: "/my/classes/:id" }, title: "看我的评价" },
    "feedback-answered": { to: { learner: "/my/classes/:id" }, title: "看答复" },
    "feedback-published": { to: { institution: "/institution/feedback" }, title: "去答复" },
    "feedback-reply-removed": { to: { institution: "/institution/feedback" }, title: "看评价" },
    "posting-recorded": { to: { learner: "/my/postings" }, title: "看上岗证件" },
    "posting-due": { to: { learner: "/my/postings" }, title: "看上岗证件" },
    "posting-digest": { to: { enterprise: "/enterprise/postings" }, title: "看台账" },
    "postings-of-week": { to: { reviewer: "/bureau/postings", department: "/bureau/postings" }, title: "看名单" },
    "licence-entered": { to: { learner: "/my/postings" }, title: "看上岗证件" },
    "licence-decided": { to: { learner: "/my/postings", enterprise: "/enterprise/licences" }, title: "看证件" },
    "licences-waiting": { to: { reviewer: "/bureau/licences" }, title: "去核验" },
    "review-classes-proposed": { to: { institution: "/institution/review-classes" }, title: "看需求" },
    "review-class-taken": { to: { enterprise: "/enterprise/review-classes" }, title: "看需求" },
    "declarations-waiting": { to: { reviewer: "/bureau/declarations" }, title: "去核验" },
  },
} as const satisfies ModuleWords;

import type { Output } from "../../api/client.ts";

export type AuditEntry = Output<"GET /api/v1/audit-log">["rows"][number];

const subjects: Record<string, string> = {
  account: "账号",
  session: "登录会话",
  person: "人员",
  "person-group": "人群认定",
  organisation: "机构",
  "organisation-token": "接口令牌",
  admission: "准入",
  "catalogue-draft": "目录草稿",
  "catalogue-version": "目录版本",
  "training-project": "培训项目",
  class: "培训班",
  "class-change": "班级变更",
  "class-session": "课次",
  enrolment: "报名",
  course: "网上课程",
  lesson: "课件",
  exam: "考核",
  certificate: "证书",
  claim: "补贴申请",
  objection: "异议",
  "payment-batch": "拨付批次",
  payment: "付款",
  "fund-source": "资金来源",
  clawback: "追回",
  target: "目标",
  "base-figure": "基础数据",
  "department-scope": "部门职责",
  anomaly: "疑点",
  "audit-sample": "抽样",
  "audit-finding": "抽查结果",
  "attendance-rule": "出勤率规定",
  "certificate-declaration": "证书申报",
  "employee-import": "职工名单导入",
  "fact-correction": "信息更正",
  job: "后台任务",
  note: "备注",
  "payee-account": "收款账户",
  "person-fact": "人员信息",
  "phone-code": "手机验证码",
  "policy-parameter": "本地参数",
  publicity: "公示",
  "review-batch": "批量审核",
  room: "教室",
  "roster-import": "名册导入",
  "sealing-keys": "加密密钥",
  "stored-file": "文件",
  "subsidy-list": "补贴清单",
  teacher: "教师",
  "watch-lease": "网上学习",
};

export const subjectChoices = Object.entries(subjects).map(([value, label]) => ({ value, label }));

/** What an act was about, in words; an unknown kind keeps its code. */
export const subjectWord = (kind: string | null): string => (kind === null ? "—" : (subjects[kind] ?? kind));

/** The small print of an act as `名=值`, short enough for a cell. */
export function detailWords(detail: unknown): string {
  if (detail === null || typeof detail !== "object") return "";
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("　");
}

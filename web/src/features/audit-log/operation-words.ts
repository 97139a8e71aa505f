import { nounOf, stateChoices } from "@jinengtong/words";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatYuan } from "../../kit/format.ts";

export type AuditEntry = Output<Api["auditLog"]["list"]>["rows"][number];

/** Label of an audited noun; an unknown kind shows its code. */
export const subjectWord = (kind: string | null): string => (kind === null ? "—" : nounOf(kind));

const names: Record<string, string> = {
  about: "事项",
  accepted: "录入",
  activity: "业务",
  adjusted: "调整",
  agreed: "同意",
  attempts: "次数",
  capacity: "容量",
  changeId: "变更",
  checkId: "到场核验",
  checks: "题数",
  claimId: "申请",
  claims: "申请笔数",
  classId: "培训班",
  code: "代码",
  corrected: "更正前的成绩",
  count: "笔数",
  days: "天数",
  departmentId: "部门",
  digest: "指纹",
  employment: "用工",
  enrolmentId: "报名",
  excluded: "剔除笔数",
  factId: "新记录",
  fen: "金额",
  fields: "看了",
  frame: "从哪里抽",
  from: "原来",
  given: "授权",
  issued: "证书",
  kind: "种类",
  leftOn: "离职日",
  lessonId: "课件",
  level: "等级",
  list: "目录",
  mark: "考勤",
  marks: "点名人数",
  measure: "指标",
  movement: "业务",
  name: "名称",
  number: "编号",
  occupation: "职业",
  orderId: "决定",
  outcome: "结果",
  kept: "保留的档案",
  joined: "并入的档案",
  undoes: "撤销的并档",
  paid: "到账笔数",
  paper: "材料",
  passed: "通过",
  publicised: "公示笔数",
  purpose: "用途",
  reason: "理由",
  replaces: "替换",
  resealed: "换密钥条数",
  returned: "退回笔数",
  round: "审次",
  rows: "行数",
  score: "成绩",
  scopes: "授权范围",
  seed: "种子",
  sessionId: "课次",
  setAside: "未入账笔数",
  size: "数量",
  step: "步骤",
  to: "改为",
  totalFen: "金额",
  upheld: "成立",
  value: "值",
  verdict: "结论",
  version: "版本",
  voucher: "凭证",
};

const values: Record<string, string> = {
  ...Object.fromEntries(stateChoices("organisation").map(({ value, label }) => [value, label])),
  "signed-in": "登录成功",
  accepted: "同意",
  admit: "准入",
  approve: "批准",
  approved: "批准",
  certificates: "证书",
  citizenId: "身份证号",
  claims: "补贴申请",
  classes: "培训班",
  confirmed: "确认",
  declined: "不同意",
  dismissed: "撤销认定",
  explained: "已有说明",
  false: "否",
  null: "无",
  pass: "通过",
  payments: "付款",
  phone: "手机号",
  refuse: "不予通过",
  refused: "没有成功",
  reject: "不通过",
  rejected: "不通过",
  return: "退回补正",
  settled: "处置完毕",
  true: "是",
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

function valueWords(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(name, one)).join("、");
  if (typeof value === "number" && /fen$/iu.test(name)) return `${formatYuan(value)} 元`;
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  const word = String(value);
  return ID.test(word) ? `…${word.slice(-12)}` : (values[word] ?? word);
}

/** Details of an act in words; unknown ones show their code. */
export function detailWords(detail: unknown): string {
  if (detail === null || typeof detail !== "object") return "";
  return Object.entries(detail)
    .map(([name, value]) => `${names[name] ?? name}：${valueWords(name, value)}`)
    .join("　");
}

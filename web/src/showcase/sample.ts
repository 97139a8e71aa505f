import type { Account } from "../api/session.ts";
import type { Condition } from "../kit/ConditionList.tsx";
import type { DecisionView } from "../features/claims/DecisionPanel.tsx";
import type { Portal } from "../frame/portal.ts";

export const officer: Account = {
  id: "a1",
  username: "shenhe1",
  name: "周敏",
  role: "reviewer",
  organisationId: "o1",
  organisationName: "示例县人力资源和社会保障局",
  region: "519921",
  personId: null,
  mustChangePassword: false,
};

export const bureau: Portal = {
  title: "人社部门",
  roles: ["reviewer"],
  help: [],
  office: "bureau",
  nav: [
    { items: [{ to: "/kit", title: "工作台", icon: "home" }] },
    {
      title: "审核",
      items: [
        { to: "/kit/queue", title: "补贴初审", icon: "claim" },
        { to: "/kit/queue2", title: "补贴复审", icon: "check" },
        { to: "/kit/classes", title: "开班审核", icon: "class" },
        { to: "/kit/admissions", title: "机构准入", icon: "building" },
      ],
    },
    {
      title: "监管",
      items: [
        { to: "/kit/table", title: "在训班级", icon: "eye" },
        { to: "/kit/figures", title: "统计", icon: "chart" },
        { to: "/kit/trace", title: "资金追溯", icon: "link" },
        { to: "/kit/print", title: "公示与表单", icon: "print" },
      ],
    },
  ],
};

export const testTitles: Record<string, string> = {
  "eligible-person": "属于可以享受的人员",
  "no-monthly-pension": "没有按月领取养老金",
  "hours-complete": "学满规定课时",
  "certificate-kind": "取得规定的证书",
  "three-a-year": "今年领取未满三次",
  "not-repeated": "同一工种同一等级没有领过",
};

export const stepTitles: Record<string, string> = {
  training: "培训标准",
  assessment: "评价标准",
  base: "标准合计",
  rate: "补贴比例",
  amount: "应发金额",
};

export const decision: DecisionView = {
  outcome: "granted",
  amountFen: 120000,
  findings: [
    {
      test: "eligible-person",
      clause: "五.2",
      met: true,
      because: "登记失业人员，登记有效期 2020-01-06 至 2020-12-31",
    },
    { test: "no-monthly-pension", clause: "十三", met: true, because: "养老金待遇库 2020-03-25 查询，无按月领取记录" },
    {
      test: "hours-complete",
      clause: "五.2",
      met: true,
      because: "线下 42 课时，线上 38 课时折算 19 课时，合计 61 课时，不少于 60 课时",
    },
    { test: "certificate-kind", clause: "五.2", met: true, because: "养老护理员五级职业技能等级证书，2020-03-24 发证" },
    { test: "three-a-year", clause: "十三", met: true, because: "2020 年已领 1 次，不超过 3 次" },
    { test: "not-repeated", clause: "十三", met: true, because: "养老护理员五级没有领过补贴" },
  ],
  computation: [
    { step: "training", clause: "五.2", fen: 100000 },
    { step: "assessment", clause: "五.2", fen: 20000 },
    { step: "rate", clause: "五.2", value: 1 },
    { step: "amount", fen: 120000 },
  ],
  policy: {
    id: "example-2025",
    version: "1.2.0",
    digest: "sha256:6f1b0d0c5b9a7e1f3a52d4c8a9be77d6c2f1e6a0b4f96b2d8e5c3a1b7d9f0e12",
  },
};

export const conditions: Condition[] = [
  {
    id: "a",
    met: true,
    clause: "五.2",
    title: "属于可以享受的人员",
    because: "您是登记失业人员，登记日期 2020-01-06。",
  },
  { id: "b", met: true, clause: "五.2", title: "取得规定的证书", because: "养老护理员五级证书，2020-03-24 发证。" },
  {
    id: "c",
    met: null,
    clause: "十三",
    title: "没有按月领取养老金",
    because: "还缺养老金领取情况。由社保中心提供，一般 2 个工作日内补上，不用您跑腿。",
  },
  {
    id: "d",
    met: false,
    clause: "五.2",
    title: "学满规定课时",
    because: "您学了 54 课时（线下 40，线上 28 折算 14），还差 6 课时。",
  },
];

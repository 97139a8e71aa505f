import type { ModuleWords } from "./module-words.ts";

export const reportingWords = {
  nouns: { target: "目标", "base-figure": "基础数据", "department-scope": "部门职责", workload: "院校培训工作量" },
  states: {
    workload: {
      draft: { label: "待确认", kind: "turn", office: "waiting" },
      confirmed: { label: "院校已确认", kind: "doing", office: "turn" },
      returned: { label: "已退回", kind: "refused", office: "waiting" },
      accepted: { label: "已接受", kind: "done" },
      locked: { label: "已锁定", kind: "ended" },
    },
  },
  messages: {
    "workload-decided": { to: { institution: "/institution/workload" }, title: "看工作量" },
    "class-share-proposed": { to: { institution: "/institution/workload" }, title: "看工作量" },
    "workloads-waiting": { to: { reviewer: "/bureau/workloads" }, title: "去审核" },
    "doubles-found": { to: { department: "/bureau/doubles" }, title: "看重复名单" },
  },
} as const satisfies ModuleWords;

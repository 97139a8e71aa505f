/** Dimensions of figures. Codes are the platform's; an empty code means that the row has none. */
export const DIMENSIONS = {
  town: "镇（街道）",
  group: "人群",
  occupation: "职业（工种）",
  level: "等级",
  institution: "机构",
  benefit: "补贴项目",
  policy: "政策",
  project: "培训计划",
  department: "主管部门",
  source: "资金来源",
} as const;
export type Dimension = keyof typeof DIMENSIONS;

export const PERIODS = { year: "年", quarter: "季度", month: "月" } as const;
export type Period = keyof typeof PERIODS;

/** A kind of fact row: its table, its source query, and its columns. */
export interface FactShape {
  table: "training_fact" | "claim_fact" | "money_fact";
  view: "training_fact_now" | "claim_fact_now" | "money_fact_now";
  key: "enrolment_id" | "claim_id" | "entry_id";
  dates: readonly string[];
  dimensions: readonly Dimension[];
  amounts: readonly string[];
}

const COMMON = [
  "town",
  "group",
  "occupation",
  "level",
  "institution",
  "benefit",
  "policy",
  "project",
  "department",
] as const;

export const TRAINING: FactShape = {
  table: "training_fact",
  view: "training_fact_now",
  key: "enrolment_id",
  dates: ["started_on", "completed_on", "certified_on"],
  dimensions: COMMON,
  amounts: ["hours_hundredths", "certificates"],
};

export const CLAIMS: FactShape = {
  table: "claim_fact",
  view: "claim_fact_now",
  key: "claim_id",
  dates: ["applied_on", "paid_on"],
  dimensions: [...COMMON, "source"],
  amounts: [],
};

/** Money as the ledger set it aside and spent it: cancellations, recoveries and returns with their own day and below zero. */
export const MONEY: FactShape = {
  table: "money_fact",
  view: "money_fact_now",
  key: "entry_id",
  dates: ["posted_on"],
  dimensions: [...COMMON, "source"],
  amounts: ["approved_fen", "paid_fen"],
};

export const SHAPES: readonly FactShape[] = [TRAINING, CLAIMS, MONEY];

/** `group` is a reserved word in SQL. */
export const columnOf = (dimension: Dimension): string => (dimension === "group" ? "grp" : dimension);

/** All columns except key, id and version, in table order. */
export const factColumns = (shape: FactShape): string[] => [
  "person_number",
  ...shape.dates,
  ...shape.dimensions.map(columnOf),
  ...shape.amounts,
];

export type Unit = "人次" | "人" | "课时" | "本" | "件" | "元";

export interface Measure {
  label: string;
  unit: Unit;
  /** Divisor from the value to the unit: 100 for fen and hundredths of class hours. */
  scale: 1 | 100;
  shape: FactShape;
  /** Day on which a row counts; a row without it doesn't. */
  date: string;
  count: "rows" | "persons" | { sum: string };
  note: string;
}

/** Measures. Persons are counted by identity: somebody in two classes is 2 人次 and 1 人. */
export const MEASURES = {
  "person-times": {
    label: "培训人次",
    unit: "人次",
    scale: 1,
    shape: TRAINING,
    date: "started_on",
    count: "rows",
    note: "按开班日期计，一人参加两个班计 2 人次；镇和人群按报名时登记的",
  },
  persons: {
    label: "培训人数",
    unit: "人",
    scale: 1,
    shape: TRAINING,
    date: "started_on",
    count: "persons",
    note: "按开班日期计，同一身份只计 1 人",
  },
  completed: {
    label: "结业人次",
    unit: "人次",
    scale: 1,
    shape: TRAINING,
    date: "completed_on",
    count: "rows",
    note: "按结业日期计",
  },
  hours: {
    label: "计入课时",
    unit: "课时",
    scale: 100,
    shape: TRAINING,
    date: "started_on",
    count: { sum: "hours_hundredths" },
    note: "按开班日期计，线下课时与按比例计入的线上课时",
  },
  certificates: {
    label: "取得证书",
    unit: "本",
    scale: 1,
    shape: TRAINING,
    date: "certified_on",
    count: { sum: "certificates" },
    note: "培训取得的有效证书，按首本发证日期计",
  },
  "certified-persons": {
    label: "取证人数",
    unit: "人",
    scale: 1,
    shape: TRAINING,
    date: "certified_on",
    count: "persons",
    note: "按首本发证日期计，同一身份只计 1 人",
  },
  claims: {
    label: "补贴申请",
    unit: "件",
    scale: 1,
    shape: CLAIMS,
    date: "applied_on",
    count: "rows",
    note: "按申请日期计，不含未提交和已撤回",
  },
  approved: {
    label: "核定金额",
    unit: "元",
    scale: 100,
    shape: MONEY,
    date: "posted_on",
    count: { sum: "approved_fen" },
    note: "按专账记账日期计，等于已核定待付与已支付之和；撤销、追回记在发生的当月，为负数；镇按学员报名时所在镇，人群按批准时认定的",
  },
  paid: {
    label: "支付金额",
    unit: "元",
    scale: 100,
    shape: MONEY,
    date: "posted_on",
    count: { sum: "paid_fen" },
    note: "按专账记账日期计，与资金公开一致；追回、退回记在发生的当月，为负数；镇按学员报名时所在镇，人群按批准时认定的",
  },
  beneficiaries: {
    label: "受益人数",
    unit: "人",
    scale: 1,
    shape: CLAIMS,
    date: "paid_on",
    count: "persons",
    note: "补贴已到账、未全部追回或退回的人，按到账日期计，同一身份只计 1 人；事后全部追回的，各月都不再计",
  },
} as const satisfies Record<string, Measure>;
export type MeasureId = keyof typeof MEASURES;

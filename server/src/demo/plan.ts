/** What the demo county trains: item, level, hours, sample standard, and who goes there. Amounts are samples (示例), in yuan. */
export interface Course {
  occupation: string;
  name: string;
  level: 0 | 3 | 4 | 5;
  hours: number;
  trainingYuan: number;
  assessmentYuan: number;
  benefit:
    | "unemployed-training"
    | "pre-job"
    | "on-job"
    | "skill-upgrade"
    | "special-operation"
    | "startup-training"
    | "order-class"
    | "apprenticeship"
    | "project-training";
  certificate: "completion" | "skill-level" | "special-operation";
  content: "occupation" | "new-industry" | "entrepreneurship" | "new-occupation" | "general-quality";
  weight: number;
  topics: readonly string[];
}

export const COURSES: readonly Course[] = [
  {
    occupation: "4-10-01-05",
    name: "养老护理员",
    level: 5,
    hours: 64,
    trainingYuan: 1000,
    assessmentYuan: 200,
    benefit: "unemployed-training",
    certificate: "completion",
    content: "occupation",
    weight: 5,
    topics: ["老年人日常照护", "跌倒的预防与处理", "饮食与排泄照料", "失能老人转移", "心理慰藉与沟通"],
  },
  {
    occupation: "4-10-01-06",
    name: "家政服务员",
    level: 5,
    hours: 56,
    trainingYuan: 1000,
    assessmentYuan: 180,
    benefit: "unemployed-training",
    certificate: "completion",
    content: "occupation",
    weight: 5,
    topics: ["居家清洁", "衣物洗涤收纳", "家庭餐制作", "母婴照料入门"],
  },
  {
    occupation: "6-31-01-03",
    name: "电工",
    level: 5,
    hours: 64,
    trainingYuan: 1000,
    assessmentYuan: 220,
    benefit: "unemployed-training",
    certificate: "skill-level",
    content: "occupation",
    weight: 4,
    topics: ["安全用电", "照明线路安装", "电动机控制线路", "仪表使用与检修"],
  },
  {
    occupation: "6-18-02-04",
    name: "焊工",
    level: 5,
    hours: 64,
    trainingYuan: 1000,
    assessmentYuan: 260,
    benefit: "pre-job",
    certificate: "skill-level",
    content: "occupation",
    weight: 4,
    topics: ["焊接安全", "平板对接焊", "管板焊接", "焊缝检验"],
  },
  {
    occupation: "6-31-01-03",
    name: "电工",
    level: 4,
    hours: 80,
    trainingYuan: 1200,
    assessmentYuan: 260,
    benefit: "skill-upgrade",
    certificate: "skill-level",
    content: "occupation",
    weight: 3,
    topics: ["可编程控制基础", "变频器应用", "电气图识读", "故障诊断"],
  },
  {
    occupation: "6-31-07-03",
    name: "工业机器人系统操作员",
    level: 4,
    hours: 80,
    trainingYuan: 1200,
    assessmentYuan: 300,
    benefit: "on-job",
    certificate: "skill-level",
    content: "new-occupation",
    weight: 3,
    topics: ["机器人安全", "示教编程", "夹具更换", "日常点检"],
  },
  {
    occupation: "6-20-01-01",
    name: "装配钳工",
    level: 3,
    hours: 96,
    trainingYuan: 1500,
    assessmentYuan: 300,
    benefit: "skill-upgrade",
    certificate: "skill-level",
    content: "new-industry",
    weight: 2,
    topics: ["精密测量", "部件装配", "设备调试", "质量控制"],
  },
  {
    occupation: "4-01-06-02",
    name: "互联网营销师",
    level: 5,
    hours: 56,
    trainingYuan: 1000,
    assessmentYuan: 200,
    benefit: "unemployed-training",
    certificate: "completion",
    content: "new-occupation",
    weight: 3,
    topics: ["直播间搭建", "短视频拍摄", "农产品上行", "售后与合规"],
  },
  {
    occupation: "6-30-05-01",
    name: "起重装卸机械操作工",
    level: 0,
    hours: 40,
    trainingYuan: 500,
    assessmentYuan: 0,
    benefit: "special-operation",
    certificate: "special-operation",
    content: "occupation",
    weight: 2,
    topics: ["起重机构造", "司索指挥", "作业安全规程"],
  },
  {
    occupation: "4-03-02-01",
    name: "中式烹调师",
    level: 5,
    hours: 60,
    trainingYuan: 1000,
    assessmentYuan: 200,
    benefit: "unemployed-training",
    certificate: "completion",
    content: "occupation",
    weight: 3,
    topics: ["刀工", "热菜烹制", "冷菜拼摆", "食品安全"],
  },
];

/** On this year's sample shortage list. */
export const SHORTAGE = ["4-10-01-05", "6-18-02-04", "6-31-07-03"];

/** Local amounts that the document leaves open: samples, none of them official. */
export const LOCAL_PARAMETERS: Readonly<Record<string, number>> = {
  "livingAllowance.perDayFen": 4_000,
  "workForTraining.perMonthFen": 50_000,
  "technicianAward.level2Fen": 200_000,
  "technicianAward.level1Fen": 300_000,
  "startup.sybFen": 80_000,
  "startup.simulationFen": 100_000,
  "startup.onlineBusinessFen": 100_000,
  "startup.abilityFen": 120_000,
  "startup.awardFen": 50_000,
};

export const TARGETS = [
  { measure: "person-times", year: null, value: 60_000, clause: "一.目标" },
  { measure: "apprentices", year: null, value: 750, clause: "四.6" },
  { measure: "skilled-share", year: null, value: 0.28, clause: "一.目标" },
  { measure: "high-skilled-share", year: null, value: 0.32, clause: "一.目标" },
  { measure: "fund-fen", year: null, value: 7_000_000_000, clause: "十二.1" },
] as const;

export const SOURCES = [
  { code: "SYBX", name: "失业保险基金职业技能提升行动专账", drawOrder: 1, shareOfFunding: 0.7 },
  { code: "JYBZ", name: "就业补助资金", drawOrder: 2, shareOfFunding: 0.18 },
  { code: "DFRC", name: "地方人才经费", drawOrder: 3, shareOfFunding: 0.07 },
  { code: "HYCY", name: "行业产业发展经费", drawOrder: 4, shareOfFunding: 0.05 },
] as const;

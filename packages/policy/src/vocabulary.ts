/**
 * The lists of the adjudication contract, each id with its Chinese name. A programme chooses among them, and may have
 * benefits of its own beside: an id that the contract knows is called by the contract's name, any other by its title.
 */

export const BENEFITS = {
  "order-class": "订单班补贴",
  "pre-job": "岗前培训补贴",
  "on-job": "在岗和转岗转业培训补贴",
  "skill-upgrade": "岗位技能提升补贴",
  "technician-award": "技师、高级技师奖励",
  "degree-award": "学历提升奖励",
  apprenticeship: "企业新型学徒制补贴",
  "unemployed-training": "失业人员职业技能培训补贴",
  "living-allowance": "培训期间生活费补贴",
  "work-for-training": "以工代训补贴",
  "startup-training": "创业培训补贴",
  "special-operation": "高危行业和特种作业培训补贴",
  "project-training": "项目制培训补贴",
} as const;

export const HISTORY_BENEFITS = {
  ...BENEFITS,
  "provincial-shortage": "省高技能人才紧缺型职业（工种）培训补贴",
} as const;

export const GROUPS = {
  "registered-unemployed": "登记失业人员",
  "hard-to-employ": "就业困难人员",
  "zero-employment-family": "零就业家庭成员",
  "registered-poor": "建档立卡低收入农户",
  "minimum-living": "城乡低保对象",
  poor: "其他贫困劳动力",
  disabled: "残疾人",
  "severely-disabled": "重度残疾人",
  veteran: "退役军人",
  "rural-migrant": "农村转移就业劳动者",
  "unemployed-graduate": "离校未就业高校毕业生",
  "returning-graduate": "返乡创业大学生",
  farmer: "职业农民",
  "village-leader": "创业致富带头人",
  "enterprise-employee": "企业职工",
} as const;

export const CERTIFICATE_KINDS = {
  "professional-qualification": "职业资格证书",
  "skill-level": "职业技能等级证书",
  "special-ability": "专项职业能力证书",
  "special-operation": "特种作业操作证",
  "special-equipment": "特种设备作业人员证",
  "safety-management": "安管人员考核合格证书",
  completion: "培训合格证书",
} as const;

export const LEVELS = {
  5: "初级工（五级）",
  4: "中级工（四级）",
  3: "高级工（三级）",
  2: "技师（二级）",
  1: "高级技师（一级）",
} as const;

export const DEGREES = {
  secondary: "中专、高中",
  college: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
} as const;

export const INSTITUTION_KINDS = {
  "training-institution": "培训机构",
  "vocational-school": "职业学校",
  enterprise: "企业",
} as const;

export const COURSES = {
  syb: "创业能力培训（SYB）",
  simulation: "创业模拟实训",
  "online-business": "网络创业培训",
  ability: "创业者能力提升培训",
} as const;

export const STAGES = { advance: "预拨", settlement: "结算" } as const;

export const SEXES = { F: "女", M: "男" } as const;

/** Relations that a form offers; a case may name another, which then is no direct relative. */
export const RELATIONS = {
  spouse: "配偶",
  parent: "父母",
  child: "子女",
  sibling: "兄弟姐妹",
  grandparent: "祖父母、外祖父母",
  grandchild: "孙子女、外孙子女",
  other: "其他",
} as const;

/** A benefit of a programme: whatever id its package gives it. */
export type BenefitId = string;
/** A benefit that a history names: of this programme, of another of the contract, or of the province. */
export type HistoryBenefit = string;
/** A benefit that the contract itself describes. */
export type ContractBenefit = keyof typeof BENEFITS;
/** A group of people: of the contract, or of the package's own vocabulary. */
export type Group = string;
export type CertificateKind = keyof typeof CERTIFICATE_KINDS;
export type Level = 1 | 2 | 3 | 4 | 5;
export type Degree = keyof typeof DEGREES;
export type InstitutionKind = keyof typeof INSTITUTION_KINDS;
/** A start-up course: of the contract, or of the package's own vocabulary. */
export type Course = string;
export type Stage = keyof typeof STAGES;
export type Sex = keyof typeof SEXES;

/** The ids of a list, typed. */
export function idsOf<T extends object>(list: T): Extract<keyof T, string>[] {
  return Object.keys(list) as Extract<keyof T, string>[];
}

/** The Chinese name of an id of a list, or the id itself where the list does not hold it. */
export function nameOf(list: Readonly<Record<string, string>>, id: string | number): string {
  return list[id] ?? String(id);
}

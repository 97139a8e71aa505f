import { type CodeOf, codeList } from "./code-list.ts";

/** Kinds of organisation. The first five carry out training (一.载体). */
export const organisationKinds = codeList({
  "training-institution": "民办职业培训机构",
  "vocational-school": "职业院校（含技工院校）",
  enterprise: "企业",
  "hr-service": "人力资源服务机构",
  "industry-association": "行业协会",
  "evaluation-institution": "技能评价机构",
  "hr-bureau": "人力资源社会保障部门",
  "finance-bureau": "财政部门",
  "audit-office": "审计部门",
  department: "其他主管部门",
  town: "镇（街道）",
});
export type OrganisationKind = CodeOf<typeof organisationKinds>;

const CARRIERS: ReadonlySet<OrganisationKind> = new Set([
  "training-institution",
  "vocational-school",
  "enterprise",
  "hr-service",
  "industry-association",
]);

/** Whether organisations of this kind may carry out training once admitted. */
export function isTrainingCarrier(kind: OrganisationKind): boolean {
  return CARRIERS.has(kind);
}

import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
export type Standing = Organisation["state"];

/** The kinds of carrier, to choose from. */
export const kindChoices = [
  { value: "training-institution", label: "民办职业培训机构" },
  { value: "vocational-school", label: "职业院校（含技工院校）" },
  { value: "enterprise", label: "企业" },
  { value: "hr-service", label: "人力资源服务机构" },
  { value: "industry-association", label: "行业协会" },
  { value: "evaluation-body", label: "技能评价机构" },
  { value: "co-operative", label: "合作社" },
] as const;
export type CarrierKind = (typeof kindChoices)[number]["value"];

export type Organisation = Output<Api["organisations"]["show"]>;

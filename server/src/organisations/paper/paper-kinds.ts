import { z } from "zod";

/** Kinds of papers an organisation hands in, by what they prove. */
export const PAPER_KINDS = {
  "business-licence": "营业执照、办学许可证",
  premises: "场地产权或租赁证明",
  teachers: "师资名册和资格证书",
  equipment: "设备清单和照片",
  rules: "管理制度",
  "order-agreement": "订单培训协议",
  cost: "培训费用凭证",
  "apprentice-agreement": "学徒培养协议",
  "project-contract": "项目合同",
  acceptance: "验收材料",
  contract: "劳动合同",
  other: "其他材料",
} as const;
export const PaperKind = z.enum(
  Object.keys(PAPER_KINDS) as [keyof typeof PAPER_KINDS, ...(keyof typeof PAPER_KINDS)[]],
);

const labels: Readonly<Record<string, string>> = PAPER_KINDS;

/** Label of a paper's kind; a file stored for another purpose is 其他材料. */
export const paperLabel = (purpose: string): string => labels[purpose] ?? PAPER_KINDS.other;

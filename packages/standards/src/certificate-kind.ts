import { type CodeOf, codeList } from "./code-list.ts";

/** Kinds of certificate that benefits distinguish. */
export const certificateKinds = codeList({
  "professional-qualification": "职业资格证书",
  "skill-level": "职业技能等级证书",
  "special-ability": "专项职业能力证书",
  "special-operation": "特种作业操作证",
  "special-equipment": "特种设备安全管理和作业人员证",
  "safety-management": "安全生产知识和管理能力考核合格证",
  completion: "培训合格证书",
});
export type CertificateKind = CodeOf<typeof certificateKinds>;

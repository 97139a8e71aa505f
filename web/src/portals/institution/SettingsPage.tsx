import type { ReactElement } from "react";
import { Settings } from "../../features/account/Settings.tsx";

const scopes = [
  { value: "classes:read", label: "读培训班和名册" },
  { value: "classes:write", label: "写培训班和名册" },
  { value: "attendance:write", label: "写点名和更正" },
  { value: "exams:write", label: "写考核成绩" },
  { value: "certificates:write", label: "发放证书" },
  { value: "claims:read", label: "读补贴申请" },
  { value: "claims:write", label: "提交补贴清单" },
  { value: "courses:write", label: "写网上课程" },
  { value: "organisation:read", label: "读师资和场地" },
  { value: "organisation:write", label: "写师资和场地" },
];

/** 单位设置 of a training institution. */
export default function SettingsPage(): ReactElement {
  return <Settings scopes={scopes} />;
}

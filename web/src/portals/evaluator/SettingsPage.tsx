import type { ReactElement } from "react";
import { Settings } from "../../features/account/Settings.tsx";

const scopes = [
  { value: "exams:write", label: "写考核成绩" },
  { value: "certificates:write", label: "登记证书" },
  { value: "organisation:read", label: "读单位信息" },
];

/** 单位设置 of an evaluator. */
export default function SettingsPage(): ReactElement {
  return <Settings scopes={scopes} />;
}

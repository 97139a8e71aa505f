import type { ReactElement } from "react";
import { Settings } from "../../features/account/Settings.tsx";

const scopes = [
  { value: "claims:read", label: "读补贴申请" },
  { value: "claims:write", label: "提交补贴申请" },
  { value: "classes:read", label: "读职工培训班" },
  { value: "organisation:read", label: "读单位信息" },
  { value: "organisation:write", label: "登记用工" },
];

/** 单位设置 of an enterprise. */
export default function SettingsPage(): ReactElement {
  return <Settings scopes={scopes} />;
}

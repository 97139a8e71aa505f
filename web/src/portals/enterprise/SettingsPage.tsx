import type { ReactElement } from "react";
import { Settings } from "../../features/account/Settings.tsx";

/** 单位设置 of an enterprise. */
export default function SettingsPage(): ReactElement {
  return <Settings />;
}

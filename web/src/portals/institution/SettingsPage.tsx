import type { ReactElement } from "react";
import { Settings } from "../../features/account/Settings.tsx";

/** 单位设置 of a training institution. */
export default function SettingsPage(): ReactElement {
  return <Settings />;
}

import type { ReactElement } from "react";
import { Admissions } from "../../features/admissions/Admissions.tsx";

/** 培训准入 of this school. */
export default function AdmissionsPage(): ReactElement {
  return (
    <Admissions
      activity="training"
      title="培训准入"
      intro="按职业和等级准入后才能开补贴班；状态和有效期写进公开的机构目录。"
    />
  );
}

import type { ReactElement } from "react";
import { Admissions } from "../../features/admissions/Admissions.tsx";

/** 评价资格 of this evaluator. */
export default function AdmissionsPage(): ReactElement {
  return (
    <Admissions
      activity="evaluation"
      title="评价资格"
      intro="按职业和等级取得资格后才能主考和发证；状态和有效期写进公开的评价机构目录。"
    />
  );
}

import type { ReactElement } from "react";
import { ExamsTable } from "../../features/exams/ExamsTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** 考核: the exams this evaluator holds. */
export default function ExamsPage(): ReactElement {
  return (
    <StaffPage title="考核" intro="培训机构请本单位主考的技能评价。登记成绩后给合格者登记证书。">
      <ExamsTable
        href={(row) => `/evaluation/exams/${row.id}`}
        empty="培训机构在班里安排“技能评价”并选中本单位后，列在这里。"
      />
    </StaffPage>
  );
}

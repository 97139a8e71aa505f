import type { ReactElement } from "react";
import { ExamsTable } from "../../features/exams/ExamsTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** 考核与成绩: the exams of all classes of the school. */
export default function ExamsPage(): ReactElement {
  return (
    <StaffPage title="考核与成绩" intro="结业考核由本单位登记成绩；技能评价由评价机构登记，这里可以看。">
      <ExamsTable
        href={(row) => `/institution/exams/${row.id}`}
        empty="在培训班的“考核”里安排。课时满、出勤够的学员可以参加。"
      />
    </StaffPage>
  );
}

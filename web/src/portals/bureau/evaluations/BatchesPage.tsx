import type { ReactElement } from "react";
import { BatchesTable } from "../../../features/evaluations/BatchesTable.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";

/** 认定批次: batches of the county before, while and after they run. */
export default function BatchesPage(): ReactElement {
  return (
    <StaffPage
      title="认定批次"
      intro="计划批准以后才能报名和开考。今天考试的批次看谁已到岗、哪里不对；有问题随时叫停，由另一位人员恢复。"
    >
      <BatchesTable
        id="bureau-evaluation-batches"
        office
        href={(id) => `/bureau/evaluation-batches/${id}`}
        empty="评价机构提交认定计划后列在这里。"
      />
    </StaffPage>
  );
}

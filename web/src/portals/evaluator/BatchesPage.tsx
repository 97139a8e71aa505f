import { useState, type ReactElement } from "react";
import { BatchesTable } from "../../features/evaluations/BatchesTable.tsx";
import { Button } from "../../kit/Button.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { PlanDialog } from "./batch/PlanDialog.tsx";

/** 认定批次: this body's batches from the plan to the archive. */
export default function BatchesPage(): ReactElement {
  const [planning, setPlanning] = useState(false);
  return (
    <StaffPage
      title="认定批次"
      intro="先报计划，批准后公布、报名、编排考场和派员；规则一条不缺才能开考。"
      actions={
        <Button icon="plus" onClick={() => setPlanning(true)}>
          起草认定计划
        </Button>
      }
    >
      <BatchesTable
        id="evaluator-batches"
        href={(id) => `/evaluation/batches/${id}`}
        empty="备案通过后，点“起草认定计划”：哪个职业、等级，哪一天，在哪个场地。计划应在考前 10 个工作日提交。"
      />
      {planning && <PlanDialog batch={null} onClose={() => setPlanning(false)} />}
    </StaffPage>
  );
}

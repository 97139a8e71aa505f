import type { ReactElement } from "react";
import { useParams } from "react-router";
import { Button } from "../../kit/Button.tsx";
import { ExamSheet } from "../../features/exams/ExamSheet.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { RegisterCertificates } from "./RegisterCertificates.tsx";

/** One exam that this evaluator holds: its results, and the certificates of those who passed. */
export default function ExamPage(): ReactElement {
  const { id = "" } = useParams();
  return (
    <StaffPage
      title="技能评价"
      intro="成绩登记齐后，给合格者登记证书。"
      actions={
        <Button variant="secondary" to="/evaluation">
          回到考核
        </Button>
      }
    >
      <ExamSheet examId={id} writes>
        {(exam) => <RegisterCertificates exam={exam} />}
      </ExamSheet>
    </StaffPage>
  );
}

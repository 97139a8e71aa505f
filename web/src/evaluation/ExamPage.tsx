import type { ReactElement } from "react";
import { useParams } from "react-router";
import { Button } from "../ui/Button.tsx";
import { ExamSheet } from "../ui/organisation/exam/ExamSheet.tsx";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { RegisterCertificates } from "./RegisterCertificates.tsx";

/** One evaluation: its results, and the certificates of those who passed. */
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

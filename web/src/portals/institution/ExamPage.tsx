import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ExamSheet } from "../../features/exams/ExamSheet.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** One exam and its results. */
export default function ExamPage(): ReactElement {
  const { id = "" } = useParams();
  const exam = useApi(api.exams.show, { params: { id } });
  const classId = exam.data?.classId;
  const training = useApi(api.classes.show, { params: { id: classId ?? "" } }, { enabled: classId !== undefined });
  const kind = exam.data?.kind === "evaluation" ? "技能评价" : "结业考核";
  return (
    <StaffPage
      title={kind}
      intro={training.data && `${training.data.name}　${training.data.number}`}
      actions={
        classId !== undefined && (
          <>
            <Button variant="secondary" to={`/institution/classes/${classId}/exams`}>
              回到这个班
            </Button>
            <Button variant="secondary" to={`/institution/classes/${classId}/certificates`}>
              去发证书
            </Button>
          </>
        )
      }
    >
      <ExamSheet examId={id} writes={exam.data?.kind === "completion"} />
    </StaffPage>
  );
}

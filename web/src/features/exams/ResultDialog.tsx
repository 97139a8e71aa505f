import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { examRefresh } from "./refresh.ts";
import type { ExamSeat } from "./exam.ts";

interface ResultDialogProps {
  examId: string;
  seat: ExamSeat;
  onClose: () => void;
}

/** Corrects a score; the old one stays on record beside the reason. */
export function ResultDialog({ examId, seat, onClose }: ResultDialogProps): ReactElement {
  const [score, setScore] = useState("");
  const [reason, setReason] = useState("");
  const tell = useToast();
  const correct = useChange(api.exams.record, {
    refresh: examRefresh,
    onSuccess: () => {
      tell(`${seat.name} 的成绩已更正为 ${score} 分`);
      onClose();
    },
  });
  const problem = correct.error instanceof ProblemError ? correct.error : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`更正 ${seat.name} 的成绩`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不改
          </Button>
          <Button
            busy={correct.isPending}
            disabled={score === "" || reason.trim().length < 2}
            onClick={() =>
              correct.mutate({
                params: { id: examId },
                body: { enrolmentId: seat.enrolmentId, score: Number(score), reason: reason.trim() },
              })
            }
          >
            更正成绩
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          现在是 <span className="num text-xl font-semibold">{seat.score}</span> 分
          {seat.corrections > 0 && `，此前改过 ${seat.corrections} 次`}。原成绩保留在记录里。
        </p>
        <ErrorNotice error={correct.error} />
        <Field label="更正为" error={problem?.fieldError("/score")}>
          <Input
            inputMode="decimal"
            unit="分"
            value={score}
            onChange={(text) => setScore(text.replace(/[^\d.]/gu, ""))}
          />
        </Field>
        <Field label="理由" hint="人社部门会看到" error={problem?.fieldError("/reason")}>
          <TextArea value={reason} onChange={setReason} rows={2} maxLength={200} />
        </Field>
      </div>
    </Dialog>
  );
}

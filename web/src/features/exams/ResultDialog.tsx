import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, needing, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
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
  const tell = useToast();
  const correct = useChange(api.exams.record, {
    refresh: examRefresh,
    onSuccess: () => {
      tell(`${seat.name} 的成绩已更正为 ${form.values.score} 分`);
      onClose();
    },
  });
  const form = useForm({
    initial: { score: "", reason: "" },
    // A first score needs no reason; a corrected one does.
    rules: needing(contractOf(api.exams.record), "score", "reason"),
    error: correct.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`更正 ${seat.name} 的成绩`}
      footer={
        <FormFooter
          form={form}
          close="先不改"
          action="更正成绩"
          busy={correct.isPending}
          onConfirm={() =>
            correct.mutate({
              params: { id: examId },
              body: {
                enrolmentId: seat.enrolmentId,
                score: Number(form.values.score),
                reason: form.values.reason,
              },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <p>
          现在是 <span className="num text-xl font-semibold">{seat.absent ? "缺考" : `${seat.score} 分`}</span>
          {seat.corrections > 0 && `，此前改过 ${seat.corrections} 次`}。原成绩保留在记录里。
        </p>
        <FormField name="score" label="更正为">
          <Input
            {...form.bind("score")}
            inputMode="decimal"
            unit="分"
            onChange={(text) => form.set({ score: text.replace(/[^\d.]/gu, "") })}
          />
        </FormField>
        <FormField name="reason" required label="理由" hint="人社部门会看到">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

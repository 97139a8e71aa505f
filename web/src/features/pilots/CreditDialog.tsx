import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Candidate } from "./pilot.ts";

/** The school recognises a certificate for a course. */
export function CreditDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }): ReactElement {
  const tell = useToast();
  const credit = useChange(api.pilotCandidates.credit, {
    refresh: [api.pilotCandidates.list, api.pilots.show],
    onSuccess: () => {
      tell("学分已认定");
      onClose();
    },
  });
  const form = useForm({
    initial: { course: "", points: "" },
    rules: contractOf(api.pilotCandidates.credit),
    error: credit.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`认定 ${candidate.name} 的学分`}
      consequences={["记入本人技能档案；一门课只认定一次，不能改。"]}
      action="认定学分"
      busy={credit.isPending}
      form={form}
      onConfirm={() =>
        credit.mutate({
          params: { id: candidate.id },
          body: { course: form.values.course, points: Number(form.values.points) },
        })
      }
    >
      <FormField name="course" label="课程">
        <Input {...form.bind("course")} />
      </FormField>
      <FormField name="points" label="学分">
        <Input inputMode="decimal" {...form.bind("points")} />
      </FormField>
    </ConfirmSheet>
  );
}

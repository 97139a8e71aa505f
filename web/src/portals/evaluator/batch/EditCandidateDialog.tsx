import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import type { Candidate } from "../../../features/evaluations/words.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface EditCandidateDialogProps {
  candidate: Candidate;
  level: number;
  onClose: () => void;
}

/** Puts a candidate's claimed condition right; it is checked anew. */
export function EditCandidateDialog({ candidate, level, onClose }: EditCandidateDialogProps): ReactElement {
  const tell = useToast();
  const rules = useApi(api.evaluationRules.list, {});
  const edit = useChange(api.evaluationCandidates.edit, {
    refresh: [api.evaluationCandidates.list, api.evaluationBatches.show],
    onSuccess: () => {
      tell("已更正，请再审查一次");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      employer: candidate.employer,
      condition: candidate.condition,
      workYears: String(candidate.workYears),
      lowerCertificate: candidate.lowerCertificate ?? "",
    },
    rules: contractOf(api.evaluationCandidates.edit),
    error: edit.error,
  });
  function save(): void {
    const { workYears, lowerCertificate, ...rest } = form.values;
    edit.mutate({
      params: { id: candidate.id },
      body: {
        ...rest,
        workYears: Number(workYears),
        ...(lowerCertificate.trim() === "" ? {} : { lowerCertificate }),
      },
    });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`更正 ${candidate.name} 的申报`}
      footer={<FormFooter form={form} action="保存" busy={edit.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <FormField name="condition" label="申报条件">
          <Select
            {...form.bind("condition")}
            choices={(rules.data?.conditions ?? [])
              .filter((one) => one.level === level)
              .map((one) => ({ value: one.code, label: one.text }))}
          />
        </FormField>
        <FormField name="workYears" label="工作年限">
          <Input inputMode="numeric" unit="年" {...form.digits("workYears")} />
        </FormField>
        <FormField name="lowerCertificate" label="下一级证书编号" required={false}>
          <Input className="num" {...form.bind("lowerCertificate")} />
        </FormField>
        <FormField name="employer" label="工作单位" required={false}>
          <Input {...form.bind("employer")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

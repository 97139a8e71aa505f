import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { STEPS } from "../../../features/evaluations/words.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

type Step = keyof typeof STEPS;

interface SupervisionDialogProps {
  duty: { id: string; ways: readonly ("theory" | "practice" | "review")[] };
  onClose: () => void;
}

/** A supervisor writes down what was seen at a step. */
export function SupervisionDialog({ duty, onClose }: SupervisionDialogProps): ReactElement {
  const tell = useToast();
  const steps: Step[] = ["papers", ...duty.ways, "scoring"];
  const report = useChange(api.evaluationDuties.supervise, {
    onSuccess: () => {
      tell("已记下，写进督导报告");
      onClose();
    },
  });
  const form = useForm({
    initial: { step: "papers" as Step, heads: "", finding: "", grave: false },
    rules: contractOf(api.evaluationDuties.supervise),
    error: report.error,
  });
  function save(): void {
    const { heads, ...rest } = form.values;
    report.mutate({ params: { id: duty.id }, body: { ...rest, ...(heads === "" ? {} : { heads: Number(heads) }) } });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="记督导情况"
      footer={<FormFooter form={form} action="记下" busy={report.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <FormField name="step" label="环节" hint="每一环节都要记，缺了不能确定成绩">
          <Select
            {...form.bind("step")}
            onChange={(step) => form.set({ step: step as Step })}
            choices={steps.map((value) => ({ value, label: STEPS[value] }))}
          />
        </FormField>
        <FormField name="heads" label="实到考生" required={false}>
          <Input inputMode="numeric" unit="人" {...form.digits("heads")} />
        </FormField>
        <FormField name="finding" label="情况">
          <TextArea rows={4} {...form.bind("finding")} />
        </FormField>
        <Checkbox checked={form.values.grave} onChange={(grave) => form.set({ grave })}>
          严重问题，立即报人社部门
        </Checkbox>
      </FormBody>
    </Dialog>
  );
}

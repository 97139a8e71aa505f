import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { today } from "../../../kit/today.ts";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Creates an exam: the school's own at the end of the class, or an assessment by an evaluator. */
export function ExamDialog({ training, onClose }: { training: TrainingClass; onClose: () => void }): ReactElement {
  const tell = useToast();
  const create = useChange(api.exams.create, {
    refresh: [api.exams.list],
    onSuccess: () => {
      tell("考核已安排");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      kind: "completion" as "completion" | "evaluation",
      heldOn: training.endsOn > today() ? training.endsOn : today(),
      passScore: "60",
      evaluatorId: "",
      examiners: "",
    },
    rules: needing(contractOf(api.exams.create), "passScore"),
    error: create.error,
  });
  const { kind, heldOn, passScore, evaluatorId, examiners } = form.values;
  const evaluators = useApi(
    api.organisations.list,
    { query: { kind: "evaluation-body", limit: 200 } },
    { enabled: kind === "evaluation" },
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title="安排考核"
      footer={
        <FormFooter
          form={form}
          close="先不安排"
          action="安排考核"
          busy={create.isPending}
          onClose={onClose}
          onConfirm={() =>
            create.mutate({
              params: { id: training.id },
              body: {
                kind,
                heldOn,
                passScore: Number(passScore),
                ...(kind === "evaluation" && evaluatorId !== "" ? { evaluatorId } : {}),
                examinerNames: examiners.split(/[、,，\s]+/u).filter((name) => name !== ""),
              },
            })
          }
        />
      }
    >
      <FormBody form={form}>
        <FormField name="kind" label="性质" group>
          <RadioGroup
            {...form.bind("kind")}
            choices={[
              { value: "completion", label: "结业考核", description: "本单位组织，合格后发培训合格证书" },
              { value: "evaluation", label: "技能评价", description: "有资格的评价机构组织，合格后发评价证书" },
            ]}
          />
        </FormField>
        {kind === "evaluation" && (
          <FormField name="evaluatorId" label="评价机构" required>
            <Select
              {...form.bind("evaluatorId")}
              placeholder="请选择"
              choices={(evaluators.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            />
          </FormField>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="heldOn" label="考核日期">
            <DateBox {...form.bind("heldOn")} />
          </FormField>
          <FormField name="passScore" required label="合格线">
            <Input inputMode="numeric" unit="分" {...form.digits("passScore")} />
          </FormField>
        </div>
        <FormField name="examinerNames" label="考评人员" required={false} hint="姓名之间用顿号隔开">
          <Input {...form.bind("examiners")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

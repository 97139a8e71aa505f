import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { type Batch, type Staff, STAFF_KINDS } from "../../../features/evaluations/words.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { MultiSelect } from "../../../kit/MultiSelect.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Sends people of the register to a batch. Rules on number, rotation, level and conflict are checked as it is saved. */
export function StaffDialog({ batch, onClose }: { batch: Batch; onClose: () => void }): ReactElement {
  const tell = useToast();
  const register = useApi(api.evaluationStaff.list, { query: { state: "confirmed", limit: 200 } });
  const now = (duty: string) => batch.staff.filter((one) => one.duty === duty).map(({ staffId }) => staffId);
  const assign = useChange(api.evaluationBatches.assign, {
    refresh: [api.evaluationBatches.show],
    onSuccess: () => {
      tell("已派员，本人会收到通知");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      examiners: now("examiner"),
      invigilators: now("invigilator"),
      officers: now("exam-officer"),
      internalSupervisor: now("internal-supervisor")[0] ?? "",
      reason: "",
    },
    rules: contractOf(api.evaluationBatches.assign),
    error: assign.error,
  });
  const people = register.data?.rows ?? [];
  const choices = (kinds: readonly Staff["kind"][]) =>
    people
      .filter((one) => kinds.includes(one.kind))
      .map((one) => ({ value: one.id, label: `${one.name} ${STAFF_KINDS[one.kind]} ${one.certificateNumber}` }));
  function save(): void {
    const { internalSupervisor, reason, ...rest } = form.values;
    assign.mutate({
      params: { id: batch.id },
      body: {
        ...rest,
        internalSupervisor: internalSupervisor === "" ? null : internalSupervisor,
        ...(reason.trim() === "" ? {} : { reason }),
      },
    });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="派员"
      footer={<FormFooter form={form} action="保存派员" busy={assign.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <FormField name="examiners" label="考评人员" hint="单数，三人以上；第一人是组长">
          <MultiSelect {...form.bind("examiners")} choices={choices(["examiner", "senior-examiner"])} />
        </FormField>
        <FormField name="invigilators" label="监考" required={false} hint="每个理论考场至少两名，每 15 名考生一名">
          <MultiSelect
            {...form.bind("invigilators")}
            choices={choices(["invigilator", "exam-officer", "examiner", "senior-examiner"])}
          />
        </FormField>
        <FormField name="officers" label="考务" required={false}>
          <MultiSelect {...form.bind("officers")} choices={choices(["exam-officer", "invigilator"])} />
        </FormField>
        <FormField name="internalSupervisor" label="内部督导" hint="外部督导由人社部门派出">
          <Select
            {...form.bind("internalSupervisor")}
            placeholder="请选择"
            choices={choices(["internal-supervisor"])}
          />
        </FormField>
        <FormField name="reason" label="超期的理由" required={false} hint="过了时限才填">
          <TextArea rows={2} {...form.bind("reason")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Sends an external supervisor of the register to a batch. */
export function SupervisorDialog({ batchId, onClose }: { batchId: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const people = useApi(api.evaluationStaff.list, {
    query: { kind: "external-supervisor", state: "confirmed", limit: 200 },
  });
  const send = useChange(api.evaluationBatches.sendSupervisor, {
    refresh: [api.evaluationBatches.show],
    onSuccess: () => {
      tell("已派出，督导会收到通知");
      onClose();
    },
  });
  const form = useForm({
    initial: { staffId: "" },
    rules: contractOf(api.evaluationBatches.sendSupervisor),
    error: send.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="派外部督导"
      footer={
        <FormFooter
          form={form}
          action="派出"
          busy={send.isPending}
          onConfirm={() => send.mutate({ params: { id: batchId }, body: form.values })}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="staffId" label="外部督导" hint="在“考评督导人员”里登记并确认的外部督导">
          <Select
            {...form.bind("staffId")}
            placeholder="请选择"
            choices={(people.data?.rows ?? []).map((one) => ({
              value: one.id,
              label: `${one.name}（${one.certificateNumber}）`,
            }))}
          />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

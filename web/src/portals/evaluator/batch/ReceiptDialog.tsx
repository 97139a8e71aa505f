import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Batch } from "../../../features/evaluations/words.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** The receipt of the national system for the uploaded certificates. */
export function ReceiptDialog({ batch, onClose }: { batch: Batch; onClose: () => void }): ReactElement {
  const tell = useToast();
  const record = useChange(api.evaluationBatches.recordUpload, {
    refresh: [api.evaluationBatches.show],
    onSuccess: () => {
      tell("回执已登记，可以归档");
      onClose();
    },
  });
  const form = useForm({
    initial: { receipt: "", uploadedOn: "" },
    rules: contractOf(api.evaluationBatches.recordUpload),
    error: record.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记证书上传回执"
      footer={
        <FormFooter
          form={form}
          action="登记回执"
          busy={record.isPending}
          onConfirm={() => record.mutate({ params: { id: batch.id }, body: form.values })}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="receipt" label="回执号" hint="全国联网查询系统给出的回执">
          <Input className="num" {...form.bind("receipt")} />
        </FormField>
        <FormField name="uploadedOn" label="上传日期" group>
          <DateInput {...form.bind("uploadedOn")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

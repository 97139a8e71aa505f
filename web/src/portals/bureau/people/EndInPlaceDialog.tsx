import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

interface EndInPlaceDialogProps {
  task: Output<Api["substitutions"]["list"]>["rows"][number];
  onClose: () => void;
}

/** Ends it on a last day; what began by then goes on. */
export function EndInPlaceDialog({ task, onClose }: EndInPlaceDialogProps): ReactElement {
  const tell = useToast();
  const end = useChange(api.substitutions.end, {
    refresh: [api.substitutions.list],
    onSuccess: () => {
      tell("代训已终止");
      onClose();
    },
  });
  const form = useForm({
    initial: { lastDay: today() as string, reason: "" },
    rules: contractOf(api.substitutions.end),
    error: end.error,
  });
  return (
    <ActDialog
      danger
      title={`终止 ${task.person.name}替${task.principal.name}参加培训`}
      consequences={["最后一天以后开课的班不能再用；已经开课的可以学完。"]}
      action="终止"
      label="理由"
      readBy="申报人会看到这段话"
      form={form}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onConfirm={(reason) => end.mutate({ params: { id: task.id }, body: { lastDay: form.values.lastDay, reason } })}
    >
      <FormField name="lastDay" label="最后一天" group>
        <DateInput {...form.bind("lastDay")} />
      </FormField>
    </ActDialog>
  );
}

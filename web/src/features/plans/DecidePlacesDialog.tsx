import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { changeSaid, type PlaceChange } from "./change-words.ts";

interface DecidePlacesDialogProps {
  change: PlaceChange;
  released: boolean;
  onClose: () => void;
}

/** The second officer releases a change of places, or returns it with a reason. */
export function DecidePlacesDialog({ change, released, onClose }: DecidePlacesDialogProps): ReactElement {
  const tell = useToast();
  const decide = useChange(api.planQuotas.decide, {
    refresh: [api.planQuotas.changes, api.planUse.list],
    onSuccess: () => {
      tell(released ? "已下达" : "已退回");
      onClose();
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: contractOf(api.planQuotas.decide),
    checks: { reason: (text) => (!released && text.trim().length < 2 ? "请写明退回的理由" : undefined) },
    error: decide.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={released ? "下达名额" : "退回名额调整"}
      consequences={[
        changeSaid(change),
        `理由：${change.reason}`,
        released ? "下达后开班审批按新的名额办理，得到名额的机构会收到通知。" : "名额不变，提出的人会收到退回的理由。",
      ]}
      action={released ? "下达" : "退回"}
      danger={!released}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => {
        if (form.check()) decide.mutate({ params: { id: change.id }, body: { released, reason: form.values.reason } });
      }}
    >
      {!released && (
        <FormBody form={form} notice={false}>
          <FormField name="reason" label="退回的理由" required>
            <TextArea {...form.bind("reason")} rows={2} />
          </FormField>
        </FormBody>
      )}
    </ConfirmSheet>
  );
}

import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** Ends a confirmed group on a last day. */
export function EndGroupDialog({
  group,
  onClose,
}: {
  group: PersonRecord["groups"][number];
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const end = useChange(api.groups.end, {
    refresh: [api.people.show, api.groups.list],
    onSuccess: () => {
      tell("人群类别已终止");
      onClose();
    },
  });
  const form = useForm({
    initial: { lastDay: today() as string, reason: "" },
    rules: contractOf(api.groups.end),
    error: end.error,
  });
  return (
    <ActDialog
      danger
      title={`终止 ${group.label}`}
      consequences={["最后一天之后不再按这个人群判定补贴；以前已核定的不变。"]}
      action="终止"
      label="理由"
      readBy="本人可以看到"
      form={form}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onConfirm={(reason) => end.mutate({ params: { id: group.id }, body: { lastDay: form.values.lastDay, reason } })}
    >
      <FormField name="lastDay" label="最后一天" group>
        <DateInput {...form.bind("lastDay")} />
      </FormField>
    </ActDialog>
  );
}

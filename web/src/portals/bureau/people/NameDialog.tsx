import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** Corrects a misspelt name from the identity card; the person is notified. */
export function NameDialog({ person, onClose }: { person: PersonRecord["person"]; onClose: () => void }): ReactElement {
  const tell = useToast();
  const correct = useChange(api.people.correctName, {
    refresh: [api.people.show],
    onSuccess: () => {
      tell("姓名已更正");
      onClose();
    },
  });
  const form = useForm({
    initial: { name: person.name, reason: "" },
    rules: contractOf(api.people.correctName),
    error: correct.error,
  });
  const { name } = form.values;
  return (
    <ActDialog
      title={`更正姓名 ${person.name}`}
      consequences={["档案和今后的名册、证书用新的姓名；已发的证书不变。", "本人会收到通知。"]}
      action="更正姓名"
      label="依据"
      readBy="例如“核对身份证原件”，记入审计"
      form={form}
      ready={name.trim() !== person.name}
      busy={correct.isPending}
      error={correct.error}
      onClose={onClose}
      onConfirm={(reason) => correct.mutate({ params: { id: person.id }, body: { name: name.trim(), reason } })}
    >
      <FormField name="name" label="正确的姓名">
        <Input {...form.bind("name")} />
      </FormField>
    </ActDialog>
  );
}

import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** At the counter: the phone by which somebody whom others wrote down registers. */
export function PhoneDialog({
  person,
  onClose,
}: {
  person: PersonRecord["person"];
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const record = useChange(api.people.recordPhone, {
    refresh: [api.people.show],
    onSuccess: () => {
      tell("手机号已登记，本人可以用验证码注册");
      onClose();
    },
  });
  const form = useForm({
    initial: { phone: "", reason: "" },
    rules: contractOf(api.people.recordPhone),
    error: record.error,
  });
  const { phone } = form.values;
  return (
    <ActDialog
      title={`登记手机号 ${person.name}`}
      consequences={[
        "请先核对本人的身份证原件。没有手机的，可登记家人的手机号。",
        "本人（或家人）随后用这个手机收到的验证码注册，才能看档案、设收款账户。",
      ]}
      action="登记手机号"
      label="核对情况"
      readBy="例如“本人持身份证原件到窗口”，记入审计"
      form={form}
      ready={phone.trim() !== ""}
      busy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={(reason) => record.mutate({ params: { id: person.id }, body: { phone: phone.trim(), reason } })}
    >
      <FormField name="phone" label="手机号">
        <Input {...form.bind("phone")} inputMode="tel" autoComplete="off" />
      </FormField>
    </ActDialog>
  );
}

import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

interface DisableColleagueDialogProps {
  colleague: { id: string; name: string };
  onClose: () => void;
}

/** Ends the account of a colleague who left or changed the post. */
export function DisableColleagueDialog({ colleague, onClose }: DisableColleagueDialogProps): ReactElement {
  const tell = useToast();
  const disable = useChange(api.colleagues.disable, {
    refresh: [api.colleagues.list],
    onSuccess: () => {
      tell(`${colleague.name} 的账号已停用`);
      onClose();
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: contractOf(api.colleagues.disable),
    error: disable.error,
  });
  return (
    <ConfirmSheet
      open
      danger
      onClose={onClose}
      title={`停用 ${colleague.name} 的账号`}
      consequences={["立即退出登录，不能再登录。", "办过的事仍记在其名下。要恢复，请联系系统管理员。"]}
      action="停用"
      busy={disable.isPending}
      form={form}
      onConfirm={() => disable.mutate({ params: { id: colleague.id }, body: { reason: form.values.reason.trim() } })}
    >
      <FormField name="reason" label="理由" hint="例如“已离职”">
        <Input {...form.bind("reason")} />
      </FormField>
    </ConfirmSheet>
  );
}

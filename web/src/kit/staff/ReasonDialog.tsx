import type { ReactElement, ReactNode } from "react";
import { ConfirmSheet } from "../ConfirmSheet.tsx";
import { FormField, needing, useForm, type FormRules } from "../form.tsx";
import { Select, type Choice } from "../Select.tsx";
import { TextArea } from "../TextArea.tsx";

interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  consequences: readonly ReactNode[];
  action: string;
  /** `contractOf(api.accounts.disable)`: how long the reason may be. */
  rules: FormRules;
  /** The usual reasons, to choose from first. */
  reasons?: readonly Choice[];
  /** Who will read it: "申请人会看到这段话". */
  readBy: string;
  onConfirm: (reason: { kind: string; text: string }) => void;
  busy?: boolean;
  danger?: boolean;
  error?: unknown;
}

/** An action that needs a reason: consequences, reason, button. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const form = useForm({
    initial: { kind: "", reason: "" },
    rules: needing({ reason: props.rules["reason"] ?? {} }, "reason", ...(props.reasons === undefined ? [] : ["kind"])),
    error: props.error,
  });
  const { kind, reason } = form.values;
  return (
    <ConfirmSheet
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      consequences={props.consequences}
      action={props.action}
      busy={props.busy === true}
      danger={props.danger === true}
      form={form}
      onConfirm={() => props.onConfirm({ kind, text: reason.trim() })}
    >
      <div className="grid gap-3">
        {props.reasons !== undefined && (
          <FormField name="kind" label="原因">
            <Select {...form.bind("kind")} choices={props.reasons} placeholder="请选择" />
          </FormField>
        )}
        <FormField name="reason" label="说明" hint={props.readBy}>
          <TextArea {...form.bind("reason")} rows={3} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}

import { useState, type ReactElement, type ReactNode } from "react";
import { ConfirmSheet } from "../ConfirmSheet.tsx";
import { Field } from "../Field.tsx";
import { Select, type Choice } from "../Select.tsx";
import { TextArea } from "../TextArea.tsx";

interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  consequences: readonly ReactNode[];
  action: string;
  /** The usual reasons, to choose from first. */
  reasons?: readonly Choice[];
  /** Who will read it: "申请人会看到这段话". */
  readBy: string;
  onConfirm: (reason: { kind: string; text: string }) => void;
  busy?: boolean;
  danger?: boolean;
  error?: unknown;
}

/** An act that needs a reason: consequences, the reason, then the button. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const [kind, setKind] = useState("");
  const [text, setText] = useState("");
  const complete = text.trim().length >= 4 && (props.reasons === undefined || kind !== "");
  return (
    <ConfirmSheet
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      consequences={props.consequences}
      action={props.action}
      busy={props.busy === true}
      danger={props.danger === true}
      error={props.error}
      disabled={!complete}
      onConfirm={() => props.onConfirm({ kind, text: text.trim() })}
    >
      <div className="grid gap-3">
        {props.reasons !== undefined && (
          <Field label="原因">
            <Select value={kind} onChange={setKind} choices={props.reasons} placeholder="请选择" />
          </Field>
        )}
        <Field label="说明" hint={props.readBy}>
          <TextArea value={text} onChange={setText} rows={3} maxLength={500} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
